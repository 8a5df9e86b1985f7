import { courseKinds, type CourseKind } from '#contract';
import { demonstration } from './demonstration.js';
import { type KindFacts } from './kind-facts.js';
import { online } from './online.js';
import { practical } from './practical.js';
import { thematic } from './thematic.js';

export { type KindFacts } from './kind-facts.js';

const kinds: readonly KindFacts[] = [online, thematic, practical, demonstration];
const byKind = new Map(kinds.map((facts) => [facts.kind, facts]));
if (byKind.size !== courseKinds.length || kinds.length !== courseKinds.length)
  throw new Error('every kind of class has one file in courses/kinds');

/** What is true of a kind. */
export const kindFacts = (kind: CourseKind): KindFacts => byKind.get(kind)!;
export const allKinds = (): readonly KindFacts[] => kinds;
