import { fullYears } from '#platform/clock';
import { type PersonFacts } from './person-facts.js';

export interface Breakdowns {
  female: boolean | null;
  minority: boolean | null;
  /** 35 or younger, 35 included. */
  young: boolean | null;
  /** 大专 and above. */
  college: boolean | null;
}

/** The breakdowns of the national bulletins, as of the date; `null` where it is not known. */
export const breakdownsOn = (date: string, person: Pick<PersonFacts, 'gender' | 'minority' | 'born' | 'education'>): Breakdowns => ({
  female: person.gender === null ? null : person.gender === 'female',
  minority: person.minority,
  young: person.born === null ? null : fullYears(person.born, date) <= 35,
  college: person.education === null ? null : ['college', 'bachelor', 'master'].includes(person.education),
});
