import { language } from '../words/speaking.ts';

/** 1260 → 1,260. Unknown is a dash, nought is 0. */
export const n = (value: number | null | undefined): string =>
  value === null || value === undefined ? '—' : value.toLocaleString(language() === 'en' ? 'en-GB' : 'zh-CN');

/** 2021-06-08 → 2021年6月8日 周二 · Tue 8 Jun 2021 */
export function day(date: string, { weekday = true, year = true }: { weekday?: boolean; year?: boolean } = {}): string {
  const at = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(at.getTime())) return date;
  if (language() === 'en')
    return at.toLocaleDateString('en-GB', {
      timeZone: 'UTC',
      day: 'numeric',
      month: 'short',
      ...(weekday ? { weekday: 'short' as const } : {}),
      ...(year ? { year: 'numeric' as const } : {}),
    });
  const name = `${year ? `${at.getUTCFullYear()}年` : ''}${at.getUTCMonth() + 1}月${at.getUTCDate()}日`;
  return weekday ? `${name} 周${'日一二三四五六'[at.getUTCDay()]}` : name;
}

/** 2021-06 → 2021年6月 · Jun 2021 */
export function month(text: string, { year = true }: { year?: boolean } = {}): string {
  const [y = '', m = ''] = text.split('-');
  if (language() === 'en') {
    const name = new Date(`${text}-01T00:00:00Z`).toLocaleDateString('en-GB', { timeZone: 'UTC', month: 'short' });
    return year ? `${name} ${y}` : name;
  }
  return `${year ? `${y}年` : ''}${Number(m)}月`;
}

/** A span of months: 2021年1月–12月 · Jan–Dec 2021. */
export function months(from: string, to: string): string {
  if (from === to) return month(from);
  const sameYear = from.slice(0, 4) === to.slice(0, 4);
  if (language() === 'en') return `${month(from, { year: !sameYear })}–${month(to)}`;
  return `${month(from)}–${month(to, { year: !sameYear })}`;
}

/** A span of days: 2021年6月8日–10日. */
export function days(from: string, to: string): string {
  if (from === to) return day(from, { weekday: false });
  if (language() === 'en')
    return `${day(from, { weekday: false, year: from.slice(0, 4) !== to.slice(0, 4) })} – ${day(to, { weekday: false })}`;
  const last = day(to, { weekday: false, year: false });
  if (from.slice(0, 7) === to.slice(0, 7)) return `${day(from, { weekday: false })}–${Number(to.slice(8))}日`;
  if (from.slice(0, 4) === to.slice(0, 4)) return `${day(from, { weekday: false })}–${last}`;
  return `${day(from, { weekday: false })}–${day(to, { weekday: false })}`;
}

/** An instant as the county's clock shows it. */
export const moment = (instant: string): string =>
  new Date(instant).toLocaleString(language() === 'en' ? 'en-GB' : 'zh-CN', {
    timeZone: 'Asia/Shanghai',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  });

/** Several names in one line, as each language lists them: 甲、乙、丙 · A, B, C. */
export const listed = (names: readonly string[]): string => lists().format(names);
export const lists = (): Intl.ListFormat =>
  new Intl.ListFormat(language() === 'en' ? 'en-GB' : 'zh-CN', { type: 'conjunction', style: 'narrow' });

/** With one decimal; an empty denominator is a dash. */
export const percent = (part: number, whole: number): string => (whole === 0 ? '—' : `${((part / whole) * 100).toFixed(1)}%`);

/** 09:42, by the county's clock. */
export const clock = (instant: string): string =>
  new Date(instant).toLocaleTimeString('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' });
/** By how much it grew or shrank, of what it was; nought has nothing to be compared with. */
export const changed = (now: number, before: number): string =>
  before === 0 ? '—' : `${now >= before ? '+' : '−'}${percent(Math.abs(now - before), before)}`;
