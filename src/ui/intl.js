// Numbers, dates, plurals, money and country names by the browser's own Intl, one cached formatter
// a language and form. Each falls back to plain text where the browser knows no better.

const cache = new Map();
function cached(key, make) {
  let it = cache.get(key);
  if (!it) cache.set(key, (it = make()));
  return it;
}

/** A number with at most `decimals` decimals. */
export function number(lang, value, decimals) {
  return cached(`n${lang}${decimals}`, () => new Intl.NumberFormat(lang, { maximumFractionDigits: decimals })).format(value);
}

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD` as people write it. */
export function date(lang, iso) {
  const [year, month, day] = iso.split('-').map(Number);
  const form = day ? { day: 'numeric', month: 'long', year: 'numeric' } : month ? { month: 'long', year: 'numeric' } : { year: 'numeric' };
  const at = Date.UTC(year, (month || 1) - 1, day || 1);
  if (Number.isNaN(at)) return iso;
  return cached(`d${lang}${iso.length}`, () => new Intl.DateTimeFormat(lang, { ...form, timeZone: 'UTC' })).format(at);
}

/** The plural category of a count. */
export function plural(lang, count) {
  return cached(`p${lang}`, () => new Intl.PluralRules(lang)).select(count);
}

/** An amount of money in words: "€1.1 billion". */
export function money(lang, amount, currency) {
  const form = { style: 'currency', currency, notation: 'compact', compactDisplay: 'long', maximumFractionDigits: 2 };
  return cached(`m${lang}${currency}`, () => new Intl.NumberFormat(lang, form)).format(amount);
}

/** The name of a country or territory. */
export function region(lang, code) {
  return cached(`r${lang}`, () => new Intl.DisplayNames(lang, { type: 'region' })).of(code) ?? code;
}
