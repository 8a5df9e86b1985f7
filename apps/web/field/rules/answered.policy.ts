import { type Verdict } from '#contract';
import { type FieldRecord } from '../kept/shapes.ts';

/** How a verdict is kept. That the county had it already is no reason to keep silent about what somebody looks at. */
export const stateAfter = ({ verdict, code }: Pick<Verdict, 'verdict' | 'code'>): FieldRecord['state'] =>
  verdict === 'already' && code !== undefined ? 'review' : verdict;

/** The county has it, in force or to be looked at: what was not taken is told by the phone alone, and stays whole until somebody sends it again. */
export const isTaken = ({ state }: Pick<FieldRecord, 'state'>): boolean =>
  state === 'accepted' || state === 'already' || state === 'review';

/** What is not simply taken and has not been read yet. */
export const needsReading = ({ state, read }: Pick<FieldRecord, 'state' | 'read'>): boolean =>
  !read && (state === 'refused' || state === 'conflict' || state === 'review');

/** Whether nobody needs the names on the phone any more: the county has them, and whoever should read what became of the record has. */
export const isSettled = (record: Pick<FieldRecord, 'state' | 'read'>): boolean => isTaken(record) && !needsReading(record);
