import { merged } from './generator/apart.js';
import { lessonClassOf } from './generator/lessons.js';
import { lessons } from './generator/demonstration.js';
import { cancelledRouteRuns, voidRouteClass } from './generator/practical.js';
import { cancelledClass, cancelledHalfDays } from './generator/product-courses.js';
import { voidTownClass } from './generator/town-lessons.js';

/** What the organiser does once the files of 2021 are in, in this order. Codes are those of the files. */
export interface AfterImport {
  runClasses: 'all';
  cancelClasses: string[];
  cancelSessions: { classCode: string; sessionCode: string }[];
  voidClasses: string[];
  merges: { from: string; into: string }[];
  closeClasses: 'allButCancelledAndVoid';
}

export const afterImport: AfterImport = {
  runClasses: 'all',
  cancelClasses: [cancelledClass],
  cancelSessions: [
    // People had signed: each half-day is called off by itself before the class is.
    ...cancelledHalfDays,
    ...cancelledRouteRuns,
    ...lessons.filter(({ cancelled }) => cancelled).map(({ village, code }) => ({ classCode: lessonClassOf(village), sessionCode: code })),
  ],
  voidClasses: [voidRouteClass, voidTownClass],
  merges: [{ from: merged.from.code, into: merged.kept.code }],
  closeClasses: 'allButCancelledAndVoid',
};
