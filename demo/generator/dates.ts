/** Calendar days as `YYYY-MM-DD`; no time zone takes part. */
const DAY = 86_400_000;

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** Days of a month, `month` from 1. */
export function daysOf(year: number, month: number): string[] {
  const count = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return Array.from({ length: count }, (_, i) => `${year}-${two(month)}-${two(i + 1)}`);
}

/** Monday is 1, Sunday 7. */
export function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}

/** The ISO week as `2021-W09`, with its Monday. */
export function isoWeekOf(date: string): { label: string; monday: string } {
  const monday = addDays(date, 1 - weekdayOf(date));
  const year = addDays(monday, 3).slice(0, 4);
  const first = addDays(`${year}-01-04`, 1 - weekdayOf(`${year}-01-04`));
  const week = Math.round((Date.parse(monday) - Date.parse(first)) / (7 * DAY)) + 1;
  return { label: `${year}-W${two(week)}`, monday };
}

/** As people write it: 2021年6月8日. */
export function inWords(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
