import fc from 'fast-check';
import { attendanceStatuses, headCountModes } from '#contract';
import { shape } from './twin-worlds.js';

const strangers = ['示例甲', '示例乙'];
const whoever = fc.nat(shape.people + strangers.length - 1);
const place = fc.record({ session: fc.nat(shape.sessions - 1), room: fc.boolean() });
/** Which of the facts near it — or one that never arrives — each names in `replaces`. */
const replaces = fc.array(fc.nat(60), { maxLength: 2 });

const mark = fc.record({
  place,
  slot: fc.constantFrom(1, 1, 2),
  who: whoever,
  status: fc.constantFrom(...attendanceStatuses, 'present' as const),
  replaces,
  console: fc.nat(3).map((n) => n === 0),
  /** Somebody rejects it, says who the walk-in was or admits the person off the roster; and takes that back. */
  decided: fc.constantFrom('no', 'no', 'no', 'reject', 'accept', 'withdrawn'),
  match: fc.nat(shape.people - 1),
});
const headCount = fc.record({
  place,
  mode: fc.constantFrom(...headCountModes),
  count: fc.integer({ min: 0, max: 12 }),
  replaces,
  /** By whom: one who may verify, one who reports, or one who reports and is confirmed. */
  said: fc.constantFrom('verified', 'reported', 'confirmed'),
});
/**
 * Which record is merged into which, and the next time parted from it. What builds on each other keeps its order — a record merged into one
 * that is itself merged counts as what that one counts as then —, and anything else may happen in between.
 */
const deeds = (...mergers: [source: number, into: number][]) => fc.array(fc.constantFrom(...mergers), { maxLength: 3 * mergers.length });
const merges = fc.tuple(deeds([1, 0]), deeds([3, 2]), deeds([4, 0], [6, 4]));

export const anyFacts = fc.record({
  marks: fc.array(mark, { minLength: 12, maxLength: 24 }),
  headCounts: fc.array(headCount, { minLength: 2, maxLength: 8 }),
  merges,
  /** Decides everything about the ways: ids, packets, repeats, devices, who comes first. */
  ways: fc.nat(),
});
export type AnyFacts = typeof anyFacts extends fc.Arbitrary<infer Facts> ? Facts : never;
export type AnyMark = AnyFacts['marks'][number];
export type AnyHeadCount = AnyFacts['headCounts'][number];

export const strangerOf = (who: number): string | undefined => strangers[who - shape.people];

/** Mostly a fact replaces one of its own place and person; a walk-in may be anybody. */
export const isNear = (one: AnyMark, other: AnyMark): boolean =>
  one.place.session === other.place.session && (one.who === other.who || one.who >= shape.people || other.who >= shape.people);
