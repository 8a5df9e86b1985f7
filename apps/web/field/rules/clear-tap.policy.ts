/** A finger from the moment it touched to the moment it lifted; times in milliseconds of one clock. */
export interface Touch {
  began: number;
  ended: number;
  /** How far it has come meanwhile, in CSS pixels. */
  moved: number;
  /** Another finger was on the glass as well. */
  isOneOfSeveral: boolean;
  /** When something was last seen to scroll. */
  scrolled: number;
}

/** Longer, and the browser may take it for a long press. */
const longestMs = 400;
/** Browsers let a finger roll a little further and still call it a tap. */
const farthest = 8;
/** A list on the move is stopped by a touch, and nobody on it is meant. */
const restMs = 200;

/**
 * Whether a touch can only have been a tap. Stricter than any browser: of the rest the browser says itself whether it was one, some
 * milliseconds later.
 */
export const isClearTap = ({ began, ended, moved, isOneOfSeveral, scrolled }: Touch): boolean =>
  !isOneOfSeveral && ended - began < longestMs && moved <= farthest && began - scrolled > restMs;

/** So long after a finger's lifting a browser's click may be of the same tap. */
const sameTapMs = 700;
/** Browsers move a click a little, to what they think was meant. */
const sameTapWithin = 32;

/** Whether a click that the browser makes is of the tap before it: so soon, and so near, without another touch between them. */
export const isSameTap = ({ after, away }: { after: number; away: number }): boolean => after <= sameTapMs && away <= sameTapWithin;
