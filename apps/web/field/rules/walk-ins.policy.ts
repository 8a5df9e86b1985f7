import { type MarkEvent, factNameLimit } from '#contract';
import { type KeptSession, type Trainee, type WalkIn } from '../kept/shapes.ts';

/** Whoever is called the same, of the same village and phone, is one person over all roll calls: so the county counts them, too. */
export const keyOf = ({ name, village, phoneTail }: WalkIn): string => `walk-in ${JSON.stringify([name, village ?? '', phoneTail ?? ''])}`;

/** Whom a mark is of: a person of a roster, or somebody by what was said of them. Nobody any more where the phone has forgotten it. */
export const whoIn = ({ personId, walkIn }: Pick<MarkEvent, 'personId' | 'walkIn'>): string => personId ?? (walkIn ? keyOf(walkIn) : '');

const lineOf = (walkIn: WalkIn): Trainee => ({
  personId: keyOf(walkIn),
  name: walkIn.name,
  unit: walkIn.village ?? '',
  last4: walkIn.phoneTail ?? null,
  live: [],
  waiting: [],
  walkIn,
});

type Told = KeptSession['walkIns'][number];
const wordsOf = ({ name, village, phoneTail }: Told): WalkIn => ({
  name,
  ...(village !== null && { village }),
  ...(phoneTail !== null && { phoneTail }),
});

/** Whether the county has said who this was, and the roll call has them: recorded once more they would count twice. */
export const isMatchedThere = ({ walkIns }: Pick<KeptSession, 'walkIns'>, walkIn: WalkIn, slot: number): boolean =>
  walkIns.some((told) => told.matched && keyOf(wordsOf(told)) === keyOf(walkIn) && told.live.some((mark) => mark.slot === slot));

/** People on no list: those whom the pack tells of, and those whom only this phone knows yet. By name, so that no row moves. */
export function walkInsOf(session: Pick<KeptSession, 'walkIns'>, own: readonly WalkIn[]): Trainee[] {
  const lines = new Map<string, Trainee>();
  for (const told of session.walkIns) {
    const { matched, live, waiting } = told;
    const line = lineOf(wordsOf(told));
    const personId = matched ? `matched ${line.personId}` : line.personId;
    lines.set(personId, { ...line, personId, live, waiting, matched });
  }
  for (const walkIn of own) if (!lines.has(keyOf(walkIn))) lines.set(keyOf(walkIn), lineOf(walkIn));
  return [...lines.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.personId < b.personId ? -1 : 1));
}

/** As the pack has the person now. */
export const walkInNow = (session: Pick<KeptSession, 'walkIns'> | undefined, walkIn: WalkIn): Trainee =>
  walkInsOf(session ?? { walkIns: [] }, [walkIn]).find(({ personId }) => personId === keyOf(walkIn))!;

export type Fault = 'missing' | 'tooLong' | 'notFourDigits';
export interface TypedWalkIn {
  name: string;
  village: string;
  phone: string;
}

/** One line of text that every database and client can hold. */
export const oneLine = (typed: string): string =>
  typed
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/\p{Cs}/gu, '')
    .trim();
export const tooMany = (typed: string, limit: number): number => Math.max([...oneLine(typed)].length - limit, 0);

/** What was typed, or what is wrong with it. Of a whole number only the last four are kept. */
export function readWalkIn(typed: TypedWalkIn): { walkIn: WalkIn } | { faults: Partial<Record<keyof TypedWalkIn, Fault>> } {
  const [name, village] = [oneLine(typed.name), oneLine(typed.village)];
  const digits = typed.phone.normalize('NFKC').replace(/[\s-]/g, '');
  const phoneTail = /^(?:\d{7})?(\d{4})$/.exec(digits)?.[1];
  const faults: Partial<Record<keyof TypedWalkIn, Fault>> = {
    ...(name === '' ? { name: 'missing' } : tooMany(name, factNameLimit) > 0 && { name: 'tooLong' }),
    ...(tooMany(village, factNameLimit) > 0 && { village: 'tooLong' }),
    ...(digits !== '' && phoneTail === undefined && { phone: 'notFourDigits' }),
  };
  if (Object.keys(faults).length > 0) return { faults };
  return { walkIn: { name, ...(village !== '' && { village }), ...(phoneTail !== undefined && { phoneTail }) } };
}

/** The villages that are likeliest, the last one first: typing is slow. */
export function likelyVillages(people: readonly { unit: string }[], last: string | undefined, many: number): string[] {
  const times = new Map<string, number>();
  for (const { unit } of people) if (unit !== '') times.set(unit, (times.get(unit) ?? 0) + 1);
  const byTimes = [...times].sort(([, a], [, b]) => b - a).map(([unit]) => unit);
  return [...new Set([...(last ? [last] : []), ...byTimes])].slice(0, many);
}
