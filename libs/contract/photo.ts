/** Photos are evidence beside the marks, taken only where a unit has switched them on. */

/** Bytes of a photo, at most; the phone makes it that small before it keeps it. */
export const photoLimit = 400_000;
/** A session keeps so many. */
export const photosOfSession = 20;
/** Pixels of a photo's longer side, at most, as the county takes it. */
export const photoSideLimit = 4_096;
