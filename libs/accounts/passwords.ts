import { hash, verify } from '@node-rs/argon2';
import { Refusal } from '#platform/refusal';

/** Argon2id, 19 MiB, two passes, one lane: OWASP's second choice, some 20 ms here. The library's own default is Argon2id. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const shortestPassword = 10;
export const longestPassword = 200;

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFC'), cost);

/** A hash of nobody's password: an unknown account costs the same time as a known one. */
let nobody: Promise<string> | undefined;

/** Whether the password is that of the hash; with no hash the work is done all the same, and the answer is no. */
export async function passwordMatches(passwordHash: string | null, password: string): Promise<boolean> {
  const dummy = await (nobody ??= hashPassword('nobody has this password'));
  const same = await verify(passwordHash ?? dummy, password.normalize('NFC'));
  return same && passwordHash !== null;
}

/** @throws Refusal invalidFields when the password is not fit to be one */
export function demandFitPassword(field: string, password: string, account: string): void {
  const fault =
    password.length < shortestPassword
      ? 'tooShort'
      : password.length > longestPassword
        ? 'tooLong'
        : password.toLowerCase().includes(account.toLowerCase()) && account.length > 3
          ? 'holdsAccount'
          : new Set(password).size < 5
            ? 'tooSimple'
            : null;
  if (fault) throw new Refusal('invalidFields', { fields: [{ field, fault, allowed: { min: shortestPassword, max: longestPassword } }] });
}
