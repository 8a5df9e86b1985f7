import { type Audience, type CourseKind, type Measure } from '#contract';
import { type Cell } from './questions.ts';

export interface Opening extends Cell {
  measure: Measure;
  kind?: CourseKind | typeof whole;
  audience?: Audience | typeof whole;
}

/** What the bulletin says of person-times: its two lines, and what stands in neither. */
export const bulletinParts = ['backbone', 'demonstration', 'other'] as const;
export type BulletinPart = (typeof bulletinParts)[number];

/** In the address: registered and declared person-times beside each other, which are no measure of their own. */
export const bothGrades = 'personTimes';

/** In the address: not narrowed, though the page is. */
export const whole = '*';

/** The parameters of the address that say which number is open. */
export const openingParts = [
  ...(['open', 'okind', 'oaudience', 'omonth', 'ovillage', 'otown', 'ocounty', 'oclass'] as const),
  ...(['osite', 'oinstructor', 'owithout', 'oseveral', 'obreakdown', 'ounknown', 'on'] as const),
];

/** What the address says when this number is open. */
export const openingOf = (at: Opening, value: number): Record<(typeof openingParts)[number], string | undefined> => ({
  open: at.measure,
  okind: at.kind,
  oaudience: at.audience,
  omonth: at.month,
  ovillage: at.village,
  otown: at.town,
  ocounty: at.county,
  oclass: at.class,
  osite: at.site,
  oinstructor: at.instructor,
  owithout: at.without,
  oseveral: at.several,
  obreakdown: at.breakdown,
  ounknown: at.unknown,
  on: String(value),
});

/** What the address says when no number is open. */
export const closed: Record<string, undefined> = Object.fromEntries(openingParts.map((part) => [part, undefined]));
