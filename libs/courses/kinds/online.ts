import { type KindFacts } from './kind-facts.js';

/** 网络课: live lessons of the colleges, followed on one's own or at viewing points; a class is one run. */
export const online: KindFacts = {
  kind: 'online',
  initial: '网',
  labels: { zh: '网络课', en: 'Online' },
  countingUnit: 'class',
  bulletinLine: 'other',
  needsRoute: false,
  defaultRoster: 'open',
  defaultDelivery: 'live',
  markedBy: 'classHead',
};
