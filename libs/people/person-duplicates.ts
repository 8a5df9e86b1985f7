import { isDuplicate } from '#platform/database';
import { Refusal } from '#platform/refusal';

/** A unique key of the table of people was taken: says which, without naming the other person. */
export function tellDuplicate(error: unknown): never {
  if (!isDuplicate(error)) throw error;
  if (error instanceof Error && error.message.includes('uq_people_id_number')) throw new Refusal('identityTaken');
  throw new Refusal('alreadyExists', { fields: [{ field: 'code', fault: 'taken' }] });
}
