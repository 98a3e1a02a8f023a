import { catalogue, type Language } from '../i18n/language.ts';
import type { Problem, ProblemCode } from '../lib/read.ts';
import type { Field } from './field.ts';

/** What a sentence about a problem may say. */
interface Said {
  readonly came: string;
  readonly example: string;
  readonly suggestion: string | undefined;
  readonly max: number | undefined;
}
type Sentences = Record<ProblemCode, (said: Said) => string>;

const en: Sentences = {
  required: ({ example }) => `This is needed. For example: ${example}.`,
  'not-text': ({ example }) => `What came is not text. Write it as, for example, ${example}.`,
  'broken-characters': ({ came, example }) =>
    `“${came}” holds characters that are damaged. Type it again, for example: ${example}.`,
  'too-long': ({ came, max, example }) =>
    `“${came}” is too long. At most ${max} characters are taken, for example: ${example}.`,
  'phone-letters': ({ came, example }) =>
    `“${came}” has letters in it. Write the number in digits, for example ${example}.`,
  'phone-no-country': ({ came, example }) =>
    `“${came}” has no country code and the account has no country. Write it with +, for example ${example}.`,
  'phone-unreadable': ({ came, example }) =>
    `“${came}” is not one phone number. Write it with its country code, for example ${example}.`,
  'phone-impossible': ({ came, example }) =>
    `“${came}” is no number that can be dialled in its country. Check the digits; for example ${example}.`,
  'date-format': ({ came, example }) =>
    `“${came}” is not a date as YYYY-MM-DD. Write it like that, for example ${example}.`,
  'date-not-real': ({ came, example }) =>
    `“${came}” is not a date that exists. Write it as YYYY-MM-DD, for example ${example}.`,
  'number-unreadable': ({ came, example }) => `“${came}” is not one number. Write it as, for example, ${example}.`,
  'number-ambiguous': ({ came, example }) =>
    `“${came}” could be two different numbers. Write it without separators, for example ${example}.`,
  'number-negative': ({ came, example }) =>
    `“${came}” is below zero. Write an amount of zero or more, for example ${example}.`,
  'money-currency-unknown': ({ came, example }) =>
    `“${came}” is not an amount with a currency we know. Write the currency's three letters, for example ${example}.`,
  'money-currency-ambiguous': ({ came, example }) =>
    `The sign in “${came}” stands for several currencies. Write the currency's three letters, for example ${example}.`,
  'money-currencies-differ': ({ came, example }) =>
    `“${came}” names two currencies. Write one, for example ${example}.`,
  'money-too-precise': ({ came, example }) =>
    `“${came}” has more than four decimals. Write at most four, for example ${example}.`,
  'money-too-large': ({ came, example }) =>
    `“${came}” has more than 15 digits before the point. Write at most 15, for example ${example}.`,
  'email-unreadable': ({ came, example }) =>
    `“${came}” is not one e-mail address. Write it as, for example, ${example}.`,
  'url-unreadable': ({ came, example }) => `“${came}” is not a web address. Write it as, for example, ${example}.`,
  'url-scheme': ({ came, example }) =>
    `“${came}” is not a page on the web. Write an address with https:// or http://, for example ${example}.`,
  'country-unknown': ({ came, suggestion, example }) =>
    `“${came}” is not a country we know.${suggestion === undefined ? '' : ` Did you mean ${suggestion}?`} Write its code or name, for example ${example}.`,
  'not-offered': ({ came, example }) =>
    `“${came}” is not among the choices. Pick one of the list, for example: ${example}.`,
  'person-unknown': ({ example }) =>
    `This person does not work with Dossier yet. Pick somebody who does, for example: ${example}.`,
};

const zh: Sentences = {
  required: ({ example }) => `此项必填，例如：${example}。`,
  'not-text': ({ example }) => `收到的不是文字。请按此格式填写：${example}。`,
  'broken-characters': ({ came, example }) => `“${came}”含有损坏的字符。请重新输入，例如：${example}。`,
  'too-long': ({ came, max, example }) => `“${came}”过长，最多 ${max} 个字符，例如：${example}。`,
  'phone-letters': ({ came, example }) => `“${came}”中含有字母。请只用数字填写号码，例如 ${example}。`,
  'phone-no-country': ({ came, example }) =>
    `“${came}”没有国际区号，客户也未填国家。请以 + 开头填写，例如 ${example}。`,
  'phone-unreadable': ({ came, example }) => `“${came}”不是一个电话号码。请带国际区号填写，例如 ${example}。`,
  'phone-impossible': ({ came, example }) => `“${came}”在该国家或地区不是有效号码。请核对数字，例如 ${example}。`,
  'date-format': ({ came, example }) => `“${came}”不是 YYYY-MM-DD 格式的日期。请按此格式填写，例如 ${example}。`,
  'date-not-real': ({ came, example }) => `“${came}”不是存在的日期。请按 YYYY-MM-DD 填写，例如 ${example}。`,
  'number-unreadable': ({ came, example }) => `“${came}”不是一个数字。请按此格式填写：${example}。`,
  'number-ambiguous': ({ came, example }) => `“${came}”可能是两个不同的数字。请不带分隔符填写，例如 ${example}。`,
  'number-negative': ({ came, example }) => `“${came}”小于零。请填写不小于零的金额，例如 ${example}。`,
  'money-currency-unknown': ({ came, example }) => `“${came}”的币种无法识别。请填写三位币种代码，例如 ${example}。`,
  'money-currency-ambiguous': ({ came, example }) =>
    `“${came}”中的符号可指多种货币。请填写三位币种代码，例如 ${example}。`,
  'money-currencies-differ': ({ came, example }) => `“${came}”写了两种货币。请只写一种，例如 ${example}。`,
  'money-too-precise': ({ came, example }) => `“${came}”的小数超过四位。请最多保留四位，例如 ${example}。`,
  'money-too-large': ({ came, example }) => `“${came}”的整数部分超过 15 位。请最多填写 15 位，例如 ${example}。`,
  'email-unreadable': ({ came, example }) => `“${came}”不是一个邮箱地址。请按此格式填写：${example}。`,
  'url-unreadable': ({ came, example }) => `“${came}”不是网址。请按此格式填写：${example}。`,
  'url-scheme': ({ came, example }) => `“${came}”不是网页地址。请以 https:// 或 http:// 开头，例如 ${example}。`,
  'country-unknown': ({ came, suggestion, example }) =>
    `“${came}”不是已知的国家或地区。${suggestion === undefined ? '' : `您是指 ${suggestion} 吗？`}请填写代码或名称，例如 ${example}。`,
  'not-offered': ({ came, example }) => `“${came}”不在选项中。请从列表中选择，例如：${example}。`,
  'person-unknown': ({ example }) => `此人尚未使用 Dossier。请选择已使用的同事，例如：${example}。`,
};

const sentences = catalogue(en, zh);

/** What came, what is wanted and an example, in the reader's language. Not escaped: it may go where Slack takes plain strings. */
export function problemText(problem: Problem, field: Field, language: Language): string {
  const { came, example = field.example[language], detail } = problem;
  return sentences[language][problem.problem]({ came, example, suggestion: detail?.suggestion, max: detail?.max });
}

/** The problems of a form as Slack's field errors, by block id. */
export function problemTexts(
  problems: Readonly<Record<string, Problem>>,
  fields: readonly Field[],
  language: Language,
): Readonly<Record<string, string>> {
  const told = fields.flatMap((field) => {
    const problem = Object.hasOwn(problems, field.id) ? problems[field.id] : undefined;
    return problem ? [[field.id, problemText(problem, field, language)] as const] : [];
  });
  return Object.fromEntries(told);
}
