import { isDuplicate } from '#platform/database';
import { Refusal } from '#platform/refusal';

/** For the writing of a row whose only unique key is its code. @throws Refusal alreadyExists, or the error as it is */
export function tellCodeTaken(error: unknown): never {
  throw isDuplicate(error) ? new Refusal('alreadyExists', { fields: [{ field: 'code', fault: 'taken' }] }) : error;
}
