const iso = new Set(Intl.supportedValuesOf('currency'));
const dollars = ['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD', 'TWD', 'MXN', 'BRL', 'CLP', 'COP', 'ARS'] as const;

/**
 * What people write beside an amount → the currencies it may stand for, in lower case. A table of our own rather than
 * one read out of `Intl`, whose symbols change with the version of Node.
 */
const signs: Record<string, readonly string[]> = {
  '¥': ['CNY', 'JPY'],
  'cn¥': ['CNY'],
  'jp¥': ['JPY'],
  rmb: ['CNY'],
  人民币: ['CNY'],
  元: ['CNY', 'HKD', 'TWD', 'MOP'],
  元人民币: ['CNY'],
  $: dollars,
  us$: ['USD'],
  ca$: ['CAD'],
  c$: ['CAD'],
  a$: ['AUD'],
  nz$: ['NZD'],
  s$: ['SGD'],
  hk$: ['HKD'],
  nt$: ['TWD'],
  r$: ['BRL'],
  mx$: ['MXN'],
  美元: ['USD'],
  港元: ['HKD'],
  港币: ['HKD'],
  新台币: ['TWD'],
  '€': ['EUR'],
  欧元: ['EUR'],
  '£': ['GBP'],
  英镑: ['GBP'],
  日元: ['JPY'],
  '₩': ['KRW'],
  韩元: ['KRW'],
  '₹': ['INR'],
  '₽': ['RUB'],
  '₫': ['VND'],
  '฿': ['THB'],
  '₱': ['PHP'],
  '₺': ['TRY'],
};

/** Is it an ISO 4217 code in use? */
const isCurrency = (code: string): boolean => iso.has(code);

/** The currencies a code, sign or word may stand for; none when it is not one. */
export function currenciesOf(sign: string): readonly string[] {
  const code = sign.toUpperCase();
  if (isCurrency(code)) return [code];
  const key = sign.toLowerCase();
  return Object.hasOwn(signs, key) ? (signs[key] ?? []) : [];
}
