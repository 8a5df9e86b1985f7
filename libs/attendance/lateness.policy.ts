import { addDays } from '#platform/clock';

/** Days after the session during which marks are in time. */
export const markGraceDays = 3;
/** Day of the next month until whose end head counts are in time. */
export const headCountGraceDay = 3;

/** Rule 10: a mark is late when it comes after 24:00 (Shanghai) of T + 3. `recordedOn` is the day it came, or the sheet's own date of record. */
export const isLateMark = (sessionDate: string, recordedOn: string): boolean => recordedOn > addDays(sessionDate, markGraceDays);

/** Rule 10: a head count is late when it comes after 24:00 (Shanghai) of the 3rd of the next month. */
export function isLateHeadCount(sessionDate: string, recordedOn: string): boolean {
  const year = Number(sessionDate.slice(0, 4));
  const month = Number(sessionDate.slice(5, 7));
  const [nextYear, nextMonth] = month === 12 ? [year + 1, 1] : [year, month + 1];
  return recordedOn > `${nextYear}-${String(nextMonth).padStart(2, '0')}-${String(headCountGraceDay).padStart(2, '0')}`;
}
