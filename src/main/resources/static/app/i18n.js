import zh from './i18n/zh.js';
import en from './i18n/en.js';
import { signal } from './signal.js';

const texts = { zh: { ...zh }, en: { ...en } };
const changed = signal();
let current = 'zh';

/** Adds a work place's own dictionaries; their keys start with its name. */
export function addTexts(dictionaries) {
  Object.assign(texts.zh, dictionaries.zh);
  Object.assign(texts.en, dictionaries.en);
}

/** The text of a key in the reader's language; {name} is replaced by params.name. */
export function t(key, params = {}) {
  const text = texts[current][key];
  if (text === undefined) {
    console.warn(`no text for ${key}`);
    return key;
  }
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in params ? String(params[name]) : whole));
}

/** The text of a key in every language, for finding it by any of them. */
export const inBoth = (key) => Object.values(texts).map((dictionary) => dictionary[key] ?? key);

export const lang = () => current;
export const onLang = changed.on;

export function setLang(next) {
  current = next === 'en' ? 'en' : 'zh';
  document.documentElement.lang = current === 'zh' ? 'zh-CN' : 'en';
  changed.emit(current);
}

/** The reader's language of {zh, en}; a plain string stays itself. */
export function pick(text) {
  if (text === null || text === undefined) return '';
  if (typeof text === 'string') return text;
  return text[current] || text.zh || text.en || '';
}

/** name or name_en of a record, by language. */
export function nameOf(record, field = 'name') {
  return (current === 'en' && record[`${field}_en`]) || record[field] || record[`${field}_en`] || '';
}

const locale = () => (current === 'zh' ? 'zh-CN' : 'en-GB');

export function number(value, digits = 0) {
  return new Intl.NumberFormat(locale(), { maximumFractionDigits: digits, minimumFractionDigits: 0 }).format(value);
}

/** Metres below a kilometre, then kilometres. */
export function distance(metres) {
  return metres < 995
    ? `${number(round(metres))} ${t('unit.m')}`
    : `${number(metres / 1000, metres < 9950 ? 1 : 0)} ${t('unit.km')}`;
}

const round = (metres) => (metres < 100 ? Math.round(metres) : Math.round(metres / 10) * 10);

/** Square metres, hectares from one hectare on, square kilometres from 1000 ha on. */
export function area(m2) {
  if (m2 < 10_000) return `${number(m2)} ${t('unit.m2')}`;
  if (m2 < 10_000_000) return `${number(m2 / 10_000, 1)} ${t('unit.ha')}`;
  return `${number(m2 / 1_000_000, 1)} ${t('unit.km2')}`;
}

const format = (options) => new Intl.DateTimeFormat(locale(), { timeZone: 'Asia/Shanghai', ...options });

/** Beijing time, whatever the machine's zone is. */
export const dateTime = (iso) => format({ dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso));
export const date = (iso) => format({ dateStyle: 'medium' }).format(new Date(iso));
export const time = (iso) => format({ timeStyle: 'short' }).format(new Date(iso));

/** The word of a unit code in the catalogue (m2, km/h, people …), or the code itself. */
export function unit(code) {
  if (!code) return '';
  return texts[current][`unit.${code}`] ?? code;
}
