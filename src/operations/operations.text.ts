import { catalogue, type Words } from '../i18n/language.ts';
import { mention, type Rich, rich } from '../slack/text.ts';

/** What a code of Slack's, or of ours, means to an administrator, and what to do. */
const problems: Readonly<Record<string, Words>> = {
  channel_not_found: { en: 'the conversation is gone', zh: '会话已不存在' },
  is_archived: { en: 'the channel is archived', zh: '频道已归档' },
  not_in_channel: {
    en: 'Dossier is not in the channel: type /invite @Dossier there',
    zh: 'Dossier 不在该频道：请在频道中输入 /invite @Dossier',
  },
  user_not_found: { en: 'the person is gone', zh: '该成员已不存在' },
  user_disabled: { en: 'the person is deactivated', zh: '该成员已停用' },
  restricted_action: { en: 'a workspace setting forbids posting there', zh: '工作区设置不允许在此发言' },
  msg_too_long: { en: 'the message was too long', zh: '消息过长' },
  unconfirmed: { en: 'Slack never said whether it arrived', zh: 'Slack 未确认是否送达' },
};

export const operationsText = catalogue(
  {
    title: 'Jobs and messages',
    close: 'Close',
    refresh: 'Refresh',
    allWell: 'Everything runs.',
    jobs: 'Jobs',
    noJobs: 'Nothing runs by the clock yet.',
    lastRun: (at: string, state: string) => `last ${at}: ${state}`,
    neverRun: 'has not run yet',
    next: (at: string) => `next ${at}`,
    missed: (count: number) => `${count} passed over`,
    pausedSince: (at: string) => `paused since ${at}`,
    states: { waiting: 'waits', running: 'under way', done: 'done', dead: 'given up' } as Readonly<
      Record<string, string>
    >,
    runNow: 'Run now',
    pause: 'Pause',
    goOn: 'Go on',
    queue: 'Messages',
    figures: (waiting: number, unconfirmed: number) => `${waiting} waiting, ${unconfirmed} of them to be looked for.`,
    undelivered: 'Not delivered',
    noneUndelivered: 'Every message has arrived.',
    undeliveredLine: (kind: string, target: string, why: string): Rich => rich`*${kind}* to ${mention(target)}\n${why}`,
    retry: 'Retry',
    drop: 'Drop',
    gone: 'Somebody has answered this meanwhile.',
    troubles: {
      'token-refused': (since: string, detail: string): Rich =>
        rich`*Slack refuses the app’s token* (${detail}) since ${since}. Messages wait, none is lost. Whoever runs Dossier puts a valid SLACK_BOT_TOKEN in place and restarts it.`,
      'queue-stuck': (since: string, count: number): Rich =>
        rich`*Messages wait since ${since}*: ${count}. Slack is slow or out of reach; they go out by themselves.`,
      undelivered: (since: string, count: number): Rich =>
        rich`*${count === 1 ? '1 message was' : `${count} messages were`} not delivered*, the latest ${since}. An administrator presses Retry or Drop below.`,
      'job-dead': (since: string, job: string): Rich =>
        rich`*“${job}” was given up* at ${since}. An administrator presses Run now below.`,
      'job-paused': (since: string, job: string): Rich =>
        rich`*“${job}” is paused* since ${since}. An administrator presses Go on below.`,
    },
    givenUp: (kind: string, target: string, why: string, command: string): Rich =>
      rich`A message could not be delivered: *${kind}* to ${mention(target)}: ${why}. Retry or drop it with \`${command} admin jobs\`.`,
    problem: (code: string) => problems[code]?.en ?? `refused: ${code}`,
  },
  {
    title: '任务与消息',
    close: '关闭',
    refresh: '刷新',
    allWell: '一切正常。',
    jobs: '定时任务',
    noJobs: '目前没有定时任务。',
    lastRun: (at: string, state: string) => `上次 ${at}：${state}`,
    neverRun: '尚未运行',
    next: (at: string) => `下次 ${at}`,
    missed: (count: number) => `跳过 ${count} 次`,
    pausedSince: (at: string) => `${at} 起暂停`,
    states: { waiting: '等待中', running: '进行中', done: '已完成', dead: '已放弃' } as Readonly<
      Record<string, string>
    >,
    runNow: '立即运行',
    pause: '暂停',
    goOn: '继续',
    queue: '消息',
    figures: (waiting: number, unconfirmed: number) => `${waiting} 条待发送，其中 ${unconfirmed} 条待核实。`,
    undelivered: '未送达',
    noneUndelivered: '所有消息均已送达。',
    undeliveredLine: (kind: string, target: string, why: string): Rich => rich`*${kind}* → ${mention(target)}\n${why}`,
    retry: '重试',
    drop: '放弃',
    gone: '已有其他人处理。',
    troubles: {
      'token-refused': (since: string, detail: string): Rich =>
        rich`*Slack 拒绝应用令牌*（${detail}），自 ${since} 起。消息会等待，不会丢失。请运维人员更换有效的 SLACK_BOT_TOKEN 并重启 Dossier。`,
      'queue-stuck': (since: string, count: number): Rich =>
        rich`*消息自 ${since} 起积压*：${count} 条。Slack 响应缓慢或无法连接，恢复后会自动发送。`,
      undelivered: (since: string, count: number): Rich =>
        rich`*${count} 条消息未送达*，最近一条 ${since}。请管理员在下方选择重试或放弃。`,
      'job-dead': (since: string, job: string): Rich =>
        rich`*“${job}”已于 ${since} 放弃*。请管理员在下方点“立即运行”。`,
      'job-paused': (since: string, job: string): Rich => rich`*“${job}”自 ${since} 起暂停*。请管理员在下方点“继续”。`,
    },
    givenUp: (kind: string, target: string, why: string, command: string): Rich =>
      rich`有一条消息未能送达：*${kind}* → ${mention(target)}：${why}。请用 \`${command} admin jobs\` 重试或放弃。`,
    problem: (code: string) => problems[code]?.zh ?? `被拒绝：${code}`,
  },
);

/** What the kinds of notices are called. */
const kinds: Readonly<Record<string, Words>> = {
  morning: { en: 'Morning message', zh: '早间消息' },
  step: { en: 'Reminder of a step', zh: '待办提醒' },
  brief: { en: 'Brief before a meeting', zh: '会前简报' },
  'access.asked': { en: 'Request for access', zh: '访问申请' },
  'access.granted': { en: 'Access given', zh: '已授予访问权限' },
  'operations.given-up': { en: 'Word of a lost message', zh: '未送达通知' },
  'access.declined': { en: 'Access declined', zh: '访问申请被拒' },
};
export const kindName = (kind: string, language: 'en' | 'zh'): string => kinds[kind]?.[language] ?? kind;
