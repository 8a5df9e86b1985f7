import { addDays, shanghaiDate } from '#platform/clock';

/** What a county allows, 3 and 3 unless it says otherwise. */
export interface Grace {
  /** Days after the session during which marks are in time. */
  lateMarkDays: number;
  /** Day of the next month until whose end head counts are in time. */
  lateHeadCountDay: number;
}

/** Rule 10: a mark is late when it comes after 24:00 (Shanghai) of T + 3. `recordedOn` is the day it came, or the sheet's own date of record. */
export const isLateMark = (sessionDate: string, recordedOn: string, { lateMarkDays }: Grace): boolean =>
  recordedOn > addDays(sessionDate, lateMarkDays);

/** The same of a mark as it is stored: by the sheet's own date of record where it has one, else by the day it came. */
export const cameLate = (mark: { recordedOn: string | null; receivedAt: number }, sessionDate: string, grace: Grace): boolean =>
  isLateMark(sessionDate, mark.recordedOn ?? shanghaiDate(new Date(mark.receivedAt)), grace);

/** Rule 10: a head count is late when it comes after 24:00 (Shanghai) of the 3rd of the next month. */
export function isLateHeadCount(sessionDate: string, recordedOn: string, { lateHeadCountDay }: Grace): boolean {
  const year = Number(sessionDate.slice(0, 4));
  const month = Number(sessionDate.slice(5, 7));
  const [nextYear, nextMonth] = month === 12 ? [year + 1, 1] : [year, month + 1];
  return recordedOn > `${nextYear}-${String(nextMonth).padStart(2, '0')}-${String(lateHeadCountDay).padStart(2, '0')}`;
}
