import { type CourseKind, type DeliveryMode, type RosterKind } from '#contract';

/** What is true of a kind of class. Everything that differs by kind stands here; nobody asks `kind === …`. */
export interface KindFacts {
  kind: CourseKind;
  /** The character that stands for the kind beside its colour. */
  initial: string;
  labels: { zh: string; en: string };
  /** What a person-time is counted per (rule 2). */
  countingUnit: 'class' | 'session';
  /** A session needs a teaching site or a route. */
  needsRoute: boolean;
  defaultRoster: RosterKind;
  defaultDelivery: DeliveryMode;
  /** Where the public and the unnamed heads stand in the county's line (rule 12); everybody else stands with the backbone. */
  bulletinLine: 'demonstration' | 'other';
  /** Who marks attendance as a rule. */
  markedBy: 'classHead' | 'instructor' | 'reporter';
}
