import { type CourseKind, type DeliveryMode } from '#contract';
import { kindFacts } from './kinds/index.js';

/** Rule 2: what a person-time is counted per is a fact of the kind; any class taught by home visits is counted per session. */
export const countingUnit = (kind: CourseKind, deliveryMode: DeliveryMode): 'class' | 'session' =>
  deliveryMode === 'homeVisit' ? 'session' : kindFacts(kind).countingUnit;
