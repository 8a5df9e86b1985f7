import { type KindFacts } from './kind-facts.js';

/** 示范课: lessons in farmyards and orchards for whoever comes; each lesson is counted. */
export const demonstration: KindFacts = {
  kind: 'demonstration',
  initial: '示',
  labels: { zh: '示范课', en: 'Demonstration' },
  countingUnit: 'session',
  bulletinLine: 'demonstration',
  needsRoute: false,
  defaultRoster: 'open',
  defaultDelivery: 'inPerson',
  markedBy: 'reporter',
};
