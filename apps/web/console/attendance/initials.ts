import { soundsLike } from '#contract';

export interface Findable {
  personId: string;
  name: string;
  unit: string;
  rosterNo: number | null;
}

/** By a part of the name, by its initials, or by the number that stands before it: that of the roster, else its place from 0 and one. */
export function fits(person: Findable, typed: string, at: number): boolean {
  const text = typed.trim().toLowerCase();
  if (text === '') return false;
  if (/^\d+$/.test(text)) return (person.rosterNo ?? at + 1) === Number(text);
  return person.name.toLowerCase().includes(text) || (/^[a-z]+$/.test(text) && soundsLike(person.name, text)) || person.unit.includes(text);
}

/** The next that fits, behind `from`, round to the beginning. -1: none. */
export function findFrom(people: readonly Findable[], typed: string, from: number): number {
  for (let step = 0; step < people.length; step++) {
    const at = (from + step) % people.length;
    if (fits(people[at]!, typed, at)) return at;
  }
  return -1;
}
