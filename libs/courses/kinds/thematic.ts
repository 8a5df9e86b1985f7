import { type KindFacts } from './kind-facts.js';

/** 专题课: core programmes and product courses for called-up people on a closed roster; a class is counted once a person. */
export const thematic: KindFacts = {
  kind: 'thematic',
  initial: '专',
  labels: { zh: '专题课', en: 'Thematic' },
  countingUnit: 'class',
  bulletinLine: 'other',
  needsRoute: false,
  defaultRoster: 'closed',
  defaultDelivery: 'inPerson',
  markedBy: 'classHead',
};
