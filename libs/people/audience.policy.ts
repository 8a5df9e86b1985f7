import { type Audience, type PositionKind } from '#contract';
import { type PersonFacts } from './person-facts.js';

const cadre: readonly PositionKind[] = [
  'villageSecretary',
  'villageCommitteeMember',
  'firstSecretary',
  'stationedTeamMember',
  'selectedGraduate',
];
const backbone: readonly PositionKind[] = ['reserveCadre', 'prosperityLeader', 'agriTechnician', 'backbone'];

/** Rule 9: the first that applies on the date — cadre by position, party member, backbone by position or entry, else public. */
export function audienceOn(date: string, person: Pick<PersonFacts, 'positions' | 'partyFrom' | 'partyUntil'>): Audience {
  const holds = (kinds: readonly PositionKind[]): boolean =>
    person.positions.some(({ kind, from, to }) => kinds.includes(kind) && from <= date && (to === null || date <= to));
  if (holds(cadre)) return 'cadre';
  if (person.partyFrom !== null && person.partyFrom <= date && (person.partyUntil === null || date <= person.partyUntil))
    return 'partyMember';
  return holds(backbone) ? 'backbone' : 'public';
}
