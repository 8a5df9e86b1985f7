import { type Choice } from '../parts/picker.tsx';
import { listed } from '../parts/quantities.ts';

/** The registers that classes and sessions point to. */
export type Register = 'unit' | 'course' | 'head' | 'instructor' | 'site' | 'route' | 'class';

const names = new Map<string, Choice>();
const keyOf = (register: Register, id: string): string => `${register} ${id}`;

/** What rows are called, once seen on any page: a picker that begins with an id shows its name, a conflict says names and no numbers. */
export function remember(register: Register, choices: readonly Choice[]): void {
  for (const choice of choices) names.set(keyOf(register, choice.value), choice);
}

export const rememberPairs = (register: Register, ids: readonly (string | null)[], labels: readonly (string | null)[]): void =>
  remember(
    register,
    ids.flatMap((value, place) => (value === null || !labels[place] ? [] : [{ value, label: labels[place] }])),
  );

export const seenName = (register: Register, id: string | null | undefined): string | undefined =>
  id === null || id === undefined ? undefined : names.get(keyOf(register, id))?.label;

export const known = (register: Register, ids: readonly (string | null | undefined)[]): Choice[] =>
  ids.flatMap((id) => {
    const choice = id === null || id === undefined ? undefined : names.get(keyOf(register, id));
    return choice ? [choice] : [];
  });

/** One id or several as their names, for a conflict that is shown; what was never seen stays its id. */
export const namesOf = (register: Register, value: unknown): string =>
  listed([value].flat().map((id) => (typeof id === 'string' ? (seenName(register, id) ?? id) : '—'))) || '—';
