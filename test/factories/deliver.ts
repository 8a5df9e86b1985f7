import { randomUUID } from 'node:crypto';
import { type Answer } from '../stories/support/call.js';
import { type AnyFacts, type AnyHeadCount, type AnyMark, isNear, strangerOf } from './facts-in-any-order.js';
import { dice } from './dice.js';
import { done, settled, together, type Training } from './training.js';
import { type Twin } from './twin-worlds.js';

export interface Way {
  /** Decides the packets and who comes first; 0: everything once, in the order in which it was thought up. */
  seed: number;
  /** How many phones and consoles are at work at once. */
  lanes: number;
  /** People are merged and parted when all else has been compiled, so that nothing else makes good what a merge leaves undone. */
  mergesLast?: boolean;
}

interface Fact {
  id: string;
  door: 'phone' | 'console' | 'reporter';
  body: object;
}
interface Step {
  /** The steps that had been answered before anybody could think of this one. */
  after: Step[];
  facts: Fact[];
  run(): Promise<Answer>;
}

/** Brings the facts into a twin. Returns how often each was taken and how often it was known, by id. */
export async function deliver(
  training: Training & { reporter: string },
  twin: Twin,
  facts: AnyFacts,
  { seed, lanes, mergesLast = false }: Way,
): Promise<Map<string, string[]>> {
  const { chance, below, shuffle } = dice(seed);
  const verdicts = new Map<string, string[]>();
  const send = (some: Fact[], headCounts: boolean) => {
    const [first] = some;
    const bodies = some.map((fact) => fact.body);
    const packet = { deviceId: randomUUID(), marks: headCounts ? [] : bodies, headCounts: headCounts ? bodies : [] };
    if (first!.door === 'console') return training.product.call('/v1/marks', { token: training.organiser, body: { marks: bodies } });
    const token = first!.door === 'reporter' ? training.reporter : training.organiser;
    return training.product.call('/v1/field/marks', { token, body: packet });
  };
  const post = (path: string, body: object = {}) => training.product.call(path, { token: training.organiser, body });

  const { marks, headCounts } = factsOf(twin, facts);
  const packets = (some: Fact[], areHeads = false): Step[] => {
    if (some.length === 0) return [];
    const sent = seed === 0 ? some : shuffle([...some, ...some.filter(() => chance(0.3))]);
    const steps: Step[] = [];
    for (let i = 0; i < sent.length;) {
      const part = sent.slice(i, (i += 1 + (seed === 0 ? 3 : below(8))));
      steps.push({ after: [], facts: part, run: () => send(part, areHeads) });
    }
    return steps;
  };
  const ofDoor = (some: Fact[], door: Fact['door']): Fact[] => some.filter((fact) => fact.door === door);
  const steps = [
    ...packets(ofDoor(marks, 'phone')),
    ...packets(ofDoor(marks, 'console')),
    ...packets(ofDoor(headCounts, 'phone'), true),
    ...packets(ofDoor(headCounts, 'reporter'), true),
  ];
  const handing = (id: string): Step => steps.find((step) => step.facts.some((fact) => fact.id === id))!;
  const chain = (first: Step[], ...runs: (() => Promise<Answer>)[]): void => {
    let after = first;
    for (const run of runs) {
      const step: Step = { after, facts: [], run };
      steps.push(step);
      after = [step];
    }
  };
  for (const [i, mark] of facts.marks.entries()) {
    const decision = decisionOf(mark, twin);
    const id = marks[i]!.id;
    const decide = (body: object) => () => post(`/v1/marks/${id}/decide`, body);
    if (decision) chain([handing(id)], decide(decision), ...(mark.decided === 'withdrawn' ? [decide({ decision: 'withdraw' })] : []));
  }
  for (const [i, { said }] of facts.headCounts.entries()) {
    const { id } = headCounts[i]!;
    if (said === 'confirmed') chain([handing(id)], () => post(`/v1/head-counts/${id}/verify`));
  }
  const before = mergesLast ? [...steps] : [];
  for (const deeds of facts.merges) {
    const merged = new Set<number>();
    const runs = deeds.map(([source, into]) => {
      const parts = merged.delete(source);
      if (!parts) merged.add(source);
      const path = `/v1/people/${twin.people[source]}`;
      return async () => {
        if (mergesLast) await settled(training);
        return parts ? post(`${path}/unmerge`) : post(`${path}/merge`, { intoId: twin.people[into] });
      };
    });
    chain(before, ...runs);
  }

  const answered = new Map<Step, Promise<void>>();
  const perform = async (step: Step): Promise<void> => {
    await Promise.all(step.after.map((one) => answered.get(one)));
    const { json } = done(await step.run());
    for (const { id, verdict } of json.verdicts ?? []) verdicts.set(id, [...(verdicts.get(id) ?? []), verdict]);
  };
  // Dealt out in an order that causality allows; each lane does one after the other, so what a step waits for is under way.
  const ends: Promise<void>[] = Array.from({ length: lanes }, () => Promise.resolve());
  const left = [...steps];
  for (let turn = 0; left.length > 0; turn++) {
    const ready = left.filter((step) => step.after.every((one) => answered.has(one)));
    const step = ready[seed === 0 ? 0 : below(ready.length)]!;
    left.splice(left.indexOf(step), 1);
    const done = ends[turn % lanes]!.then(() => perform(step));
    ends[turn % lanes] = done;
    answered.set(step, done);
  }
  await together(ends);
  return verdicts;
}

/** The facts of a twin: their ids stand in the same order in every twin, whatever they are. */
function factsOf(twin: Twin, facts: AnyFacts): { marks: Fact[]; headCounts: Fact[] } {
  const { shuffle } = dice(facts.ways);
  const all = facts.marks.length + facts.headCounts.length;
  const ranks = shuffle(Array.from({ length: all }, (_, i) => i));
  const idOf = (rank: number): string =>
    `${rank.toString(16).padStart(8, '0')}-0000-4000-a000-${Number(twin.town).toString(16).padStart(12, '0')}`;
  const markId = new Map(facts.marks.map((mark, i) => [mark, idOf(ranks[i]!)]));
  const countId = new Map(facts.headCounts.map((count, i) => [count, idOf(ranks[facts.marks.length + i]!)]));
  /** One past the last is a fact that never arrives. */
  const replaced = (near: (string | undefined)[], which: number[]): string[] => which.map((n) => near[n % (near.length + 1)] ?? idOf(all));
  const where = ({ session, room }: AnyMark['place']) => ({
    sessionId: twin.sessions[session]!,
    ...(room && twin.rooms[session] && { viewingPointId: twin.rooms[session] }),
  });
  const at = '2021-06-08T08:31:00.000Z';
  const markOf = (mark: AnyMark): Fact => ({
    id: markId.get(mark)!,
    door: mark.console ? 'console' : 'phone',
    body: {
      id: markId.get(mark)!,
      ...where(mark.place),
      slot: mark.slot,
      ...(strangerOf(mark.who) ? { walkIn: { name: strangerOf(mark.who) } } : { personId: twin.people[mark.who] }),
      status: mark.status,
      method: 'roll',
      at,
      replaces: replaced(
        facts.marks.filter((other) => isNear(mark, other)).map((other) => markId.get(other)),
        mark.replaces,
      ),
    },
  });
  const countOf = (count: AnyHeadCount): Fact => ({
    id: countId.get(count)!,
    door: count.said === 'verified' ? 'phone' : 'reporter',
    body: {
      id: countId.get(count)!,
      ...where(count.place),
      mode: count.mode,
      count: count.count,
      method: 'counted',
      countedBy: '村文书',
      at,
      replaces: replaced(
        facts.headCounts.filter((other) => other.place.session === count.place.session).map((other) => countId.get(other)),
        count.replaces,
      ),
    },
  });
  return { marks: facts.marks.map(markOf), headCounts: facts.headCounts.map(countOf) };
}

/** What somebody decides about a mark, if they may: the person on no roster whom nobody merges can be admitted to the closed class. */
function decisionOf(mark: AnyMark, twin: Twin): object | null {
  if (mark.decided === 'no') return null;
  if (mark.decided === 'reject') return { decision: 'reject' };
  if (strangerOf(mark.who)) return { decision: 'match', personId: twin.people[mark.match] };
  return mark.who === 5 && mark.place.session === 0 ? { decision: 'admit' } : { decision: 'reject' };
}
