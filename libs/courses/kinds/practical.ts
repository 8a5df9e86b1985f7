import { type KindFacts } from './kind-facts.js';

/** 实践课: half-days along routes of teaching sites; the stops are checkpoints, the class is counted. */
export const practical: KindFacts = {
  kind: 'practical',
  initial: '实',
  labels: { zh: '实践课', en: 'Practical' },
  countingUnit: 'class',
  bulletinLine: 'other',
  needsRoute: true,
  defaultRoster: 'closed',
  defaultDelivery: 'inPerson',
  markedBy: 'classHead',
};
