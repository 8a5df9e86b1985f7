import { isPositive } from './fold-marks.js';
import { type AttendanceStatus } from './words.js';

/**
 * The half-day over all its roll calls, by counting rule 1: attended if any says so, the first such gives the status, a later one can only
 * turn present into left early. `undefined` where no roll was called.
 */
export function halfDayOf<Call extends { slot: number; status: AttendanceStatus }>(calls: Iterable<Call>): Call | undefined {
  let decided: Call | undefined;
  for (const call of [...calls].sort((a, b) => a.slot - b.slot)) {
    if (!decided || (!isPositive(decided.status) && isPositive(call.status))) decided = call;
    else if (decided.status === 'present' && call.status === 'leftEarly') decided = { ...decided, status: 'leftEarly' };
  }
  return decided;
}
