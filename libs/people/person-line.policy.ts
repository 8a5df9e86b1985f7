import { type RowFault } from '#platform/imports';
import { toldByIdNumber } from './id-number.policy.js';
import { type PersonLine, type SheetTerm } from './people-sheet.js';
import { overlapping, type Term } from './position-terms.policy.js';

/** A person on the register, as a line of a sheet is compared with them. */
export interface RegisteredPerson {
  unitId: number;
  gender: string | null;
  born: string | null;
  minority: boolean | null;
  education: string | null;
  partyFrom: string | null;
  partyUntil: string | null;
  hasIdNumber: boolean;
  /** Ascending by date. */
  units: readonly { from: string; unitId: number }[];
  positions: readonly Term[];
}

export interface LineChanges {
  /** By column of the table; numbers are sealed by whoever writes. */
  details: Partial<Record<'gender' | 'born' | 'minority' | 'education' | 'party_from', string | boolean>>;
  unit: { from: string; unitId: number } | null;
  /** New terms, and terms of the register with another last day. */
  terms: Term[];
}

const titles = { gender: '性别', born: '出生日期', minority: '民族', education: '文化程度', party_from: '入党日期' } as const;
const nobody: RegisteredPerson = {
  unitId: 0,
  gender: null,
  born: null,
  minority: null,
  education: null,
  partyFrom: null,
  partyUntil: null,
  hasIdNumber: false,
  units: [],
  positions: [],
};

export interface Days {
  today: string;
  /** Since when somebody belongs to a unit when nobody says. */
  always: string;
}

/**
 * What a line changes on the register. An empty cell says nothing: it never clears what is known. A move is a line with the day
 * of the move; a line without a day says where the person has been from the beginning.
 */
export function changesOf(
  line: PersonLine,
  unitId: number,
  person: RegisteredPerson | null,
  days: Days,
): LineChanges & { faults: RowFault[] } {
  const known = person ?? nobody;
  const faults: RowFault[] = [];
  const details = detailsOf(line, known);
  if (known.partyUntil !== null && typeof details.party_from === 'string' && details.party_from > known.partyUntil)
    faults.push({ column: titles.party_from, code: 'datesReversed' });
  return { details, unit: unitOf(line, unitId, person, days, faults), terms: termsOf(line.terms, known.positions, faults), faults };
}

function detailsOf(line: PersonLine, known: RegisteredPerson): LineChanges['details'] {
  const told = line.idNumber !== null && !known.hasIdNumber ? toldByIdNumber(line.idNumber) : null;
  const says = {
    gender: line.gender ?? (known.gender === null ? (told?.gender ?? null) : null),
    born: line.born ?? (known.born === null ? (told?.born ?? null) : null),
    minority: line.minority,
    education: line.education,
    party_from: line.partyFrom,
  };
  const is = { ...known, party_from: known.partyFrom };
  const named = Object.entries(says).filter(([key, value]) => value !== null && value !== is[key as keyof typeof says]);
  return Object.fromEntries(named) as LineChanges['details'];
}

function unitOf(
  { unitFrom }: PersonLine,
  unitId: number,
  person: RegisteredPerson | null,
  { today, always }: Days,
  faults: RowFault[],
): LineChanges['unit'] {
  const from = unitFrom ?? always;
  if (from > today) faults.push({ column: '调入日期', code: 'inTheFuture' });
  if (!person) return { from, unitId };
  const entry = person.units.find((one) => one.from === from);
  if (entry?.unitId === unitId) return null;
  if (unitFrom !== null) return { from, unitId };
  // Without a day, another unit than that of the beginning or of now is a move whose day is missing.
  if (entry || person.unitId !== unitId) faults.push({ column: '调入日期', code: 'required' });
  return null;
}

function termsOf(lines: readonly SheetTerm[], held: readonly Term[], faults: RowFault[]): Term[] {
  const terms: Term[] = [];
  for (const { title, kind, from, to } of lines) {
    if (kind === null) faults.push({ column: title, code: 'required' });
    else if (from === null) faults.push({ column: title === '职务' ? '任职日期' : `${title}任职日期`, code: 'required' });
    else if (to !== null && to < from) faults.push({ column: title === '职务' ? '卸任日期' : `${title}卸任日期`, code: 'datesReversed' });
    else {
      const own = held.find((one) => one.kind === kind && one.from === from);
      const term: Term = { kind, from, to: to ?? own?.to ?? null };
      if (own?.to === term.to) continue;
      if (overlapping(term, [...held.filter((one) => one !== own), ...terms])) faults.push({ column: title, code: 'positionOverlaps' });
      terms.push(term);
    }
  }
  return terms;
}
