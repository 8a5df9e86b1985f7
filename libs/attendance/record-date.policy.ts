import { today } from '#platform/clock';
import { type ImportJob, type RowFault } from '#platform/imports';

/** The sheet's own date of record stands between the session and today, and takes a right: lateness of history is judged by it. */
export function recordDateFault(job: ImportJob, recordedOn: unknown, sessionDate: string): RowFault | null {
  if (typeof recordedOn !== 'string') return null;
  if (!job.recordDateAllowed) return { column: '登记日期', code: 'recordDateForbidden' };
  return recordedOn < sessionDate || recordedOn > today() ? { column: '登记日期', code: 'recordDateImpossible' } : null;
}
