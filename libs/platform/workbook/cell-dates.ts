import type { CellFormat } from './cell-formats.js';

const DAY = 86_400;
const DAY_MS = DAY * 1000;
/** The day before 9999-12-31 ends; Excel shows no date beyond it. */
const LAST_SERIAL = 2_958_466;
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
/** 1900-02-29: a day that never was, kept by Excel for Lotus's sake. Days before it are counted from one day later. */
const LEAP_THAT_NEVER_WAS = 60;

/**
 * The number of a date cell as people read it: `YYYY-MM-DD`, with ` HH:mm` when its format shows a time that is not midnight;
 * `HH:mm` when it is a time of day alone, or hours beyond 24 in a format of elapsed time.
 * A number that is no date under this format (negative, beyond 9999) stays the number.
 */
export function dateText(serial: number, format: CellFormat, from1904: boolean): string | number {
  // To the second first: 09:30 is stored as 0.3958333333333333, a hair before it.
  const seconds = Math.round(serial * DAY);
  if (!(serial >= 0) || seconds >= LAST_SERIAL * DAY) return serial;
  const day = Math.floor(seconds / DAY);
  if (format === 'elapsed') return clock(seconds);
  if (day === 0 && !from1904) return format === 'date' ? serial : clock(seconds);
  if (day === 0 && format === 'time') return clock(seconds);
  const rest = seconds % DAY;
  return format === 'date' || rest === 0 ? dayText(day, from1904) : `${dayText(day, from1904)} ${clock(rest)}`;
}

/** The value of an ISO 8601 cell (`t="d"`) in the same shape; anything else comes back as it is. */
export function isoDateText(value: string): string {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?Z?)?$/.exec(value.trim());
  if (!match) return value;
  return match[2] === undefined || match[2] === '00:00' ? match[1]! : `${match[1]} ${match[2]}`;
}

/** The serial number of a day in the 1900 system; undefined for what is no day or lies before 1900. */
export function serialOf(date: string): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const time = Date.UTC(year, month - 1, day);
  if (year < 1900 || month < 1 || month > 12 || new Date(time).getUTCDate() !== day) return undefined;
  const serial = (time - EPOCH_1900) / DAY_MS;
  return serial <= LEAP_THAT_NEVER_WAS ? serial - 1 : serial;
}

function dayText(day: number, from1904: boolean): string {
  if (from1904) return iso(EPOCH_1904 + day * DAY_MS);
  if (day === LEAP_THAT_NEVER_WAS) return '1900-02-29';
  return iso(EPOCH_1900 + (day < LEAP_THAT_NEVER_WAS ? day + 1 : day) * DAY_MS);
}

function iso(time: number): string {
  const date = new Date(time);
  return `${date.getUTCFullYear()}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`;
}

function clock(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function two(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}
