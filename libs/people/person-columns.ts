import { type Education, type Gender } from '#contract';
import { Refusal } from '#platform/refusal';
import { toldByIdNumber } from './id-number.policy.js';
import { type PersonColumns } from './person.repository.js';
import { type PersonalNumbers } from './personal-numbers.js';

/** What one may say of a person. Left out: as it was. `null`: not known. */
export interface PersonDetails {
  code?: string | null;
  name?: string;
  gender?: Gender | null;
  born?: string | null;
  minority?: boolean | null;
  education?: Education | null;
  partyFrom?: string | null;
  partyUntil?: string | null;
  idNumber?: string | null;
  phone?: string | null;
}

export type Known = Pick<PersonDetails, 'gender' | 'born' | 'partyFrom' | 'partyUntil'>;

const names = {
  code: 'code',
  name: 'name',
  gender: 'gender',
  born: 'born',
  minority: 'minority',
  education: 'education',
  partyFrom: 'party_from',
  partyUntil: 'party_until',
} as const;

/** What the columns set, by the names of the details; a number by its blind index. */
export const detailsIn = (columns: PersonColumns): Partial<Record<keyof PersonDetails, string | number | boolean | null>> =>
  Object.fromEntries(
    Object.entries({ ...names, idNumber: 'id_number_index', phone: 'phone_index' }).flatMap(([name, column]) => {
      const value = columns[column];
      return value === undefined ? [] : [[name, Buffer.isBuffer(value) ? value.toString('hex') : value]];
    }),
  );

/** Columns on which figures depend. */
const counted = new Set(['gender', 'born', 'minority', 'education', 'party_from', 'party_until']);
export const movesFigures = (columns: PersonColumns): boolean => Object.keys(columns).some((column) => counted.has(column));

/**
 * The columns that the details set. An ID number tells gender and date of birth where nobody else does.
 * Refusals: identityInvalid, invalidFields (phone), datesReversed.
 */
export function columnsOf(details: PersonDetails, known: Known, numbers: PersonalNumbers): PersonColumns {
  const columns: PersonColumns = {};
  for (const [key, column] of Object.entries(names)) {
    const value = details[key as keyof typeof names];
    if (value !== undefined) columns[column] = value;
  }
  if (details.idNumber !== undefined) {
    const { normalised, ...sealed } = numbers.idNumber(details.idNumber);
    Object.assign(columns, sealed);
    if (normalised !== null) {
      const told = toldByIdNumber(normalised);
      if ((details.gender ?? known.gender ?? null) === null) columns.gender = told.gender;
      if ((details.born ?? known.born ?? null) === null) columns.born = told.born;
    }
  }
  if (details.phone !== undefined) Object.assign(columns, numbers.phone(details.phone));
  const { partyFrom = known.partyFrom ?? null, partyUntil = known.partyUntil ?? null } = details;
  if (partyUntil !== null && (partyFrom === null || partyUntil < partyFrom)) throw new Refusal('datesReversed', { partyFrom, partyUntil });
  return columns;
}
