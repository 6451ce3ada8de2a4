// Numbers, dates, plurals, money and country names by the browser's own Intl, one cached formatter
// a language and form. Each falls back to plain text where the browser knows no better.

const cache = new Map();
function cached(key, make) {
  let it = cache.get(key);
  if (!it) cache.set(key, (it = make()));
  return it;
}

/** The language as Intl is asked for it: of Portuguese it knows Brazil's where no country is said, and the page's is Portugal's. */
const spoken = (lang) => (lang === 'pt' ? 'pt-PT' : lang);

/** What `f` gives, or `plain` where Intl refuses, as it does a currency that there is not. */
function attempt(f, plain) {
  try {
    return f();
  } catch {
    return plain;
  }
}

/** A number with at most `decimals` decimals. */
export function number(lang, value, decimals) {
  const make = () => new Intl.NumberFormat(spoken(lang), { maximumFractionDigits: decimals });
  return attempt(() => cached(`n${lang}${decimals}`, make).format(value), String(value));
}

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD` as people write it. */
export function date(lang, iso) {
  const [year, month, day] = iso.split('-').map(Number);
  const form = day ? { day: 'numeric', month: 'long', year: 'numeric' } : month ? { month: 'long', year: 'numeric' } : { year: 'numeric' };
  const at = Date.UTC(year, (month || 1) - 1, day || 1);
  if (Number.isNaN(at)) return iso;
  const make = () => new Intl.DateTimeFormat(spoken(lang), { ...form, timeZone: 'UTC' });
  return attempt(() => cached(`d${lang}${iso.length}`, make).format(at), iso);
}

/** The plural category of a count. */
export function plural(lang, count) {
  return attempt(() => cached(`p${lang}`, () => new Intl.PluralRules(spoken(lang))).select(count), 'other');
}

/** An amount of money in words: "€1.1 billion". */
export function money(lang, amount, currency) {
  const form = { style: 'currency', currency, notation: 'compact', compactDisplay: 'long', maximumFractionDigits: 2 };
  const make = () => new Intl.NumberFormat(spoken(lang), form);
  return attempt(() => cached(`m${lang}${currency}`, make).format(amount), `${amount} ${currency}`);
}

/** The name of a country or territory. */
export function region(lang, code) {
  const make = () => new Intl.DisplayNames(spoken(lang), { type: 'region' });
  return attempt(() => cached(`r${lang}`, make).of(code), undefined) ?? code;
}

/** Whether one name stands before another in that language's order. */
export function isBefore(lang, a, b) {
  return cached(`c${lang}`, () => new Intl.Collator(spoken(lang))).compare(a, b) < 0;
}

/** A name in capitals, as that language writes them. */
export function upper(lang, text) {
  return text.toLocaleUpperCase(lang);
}
