import { photoLimit } from '#contract';

export interface Attempt {
  width: number;
  height: number;
  /** Of the JPEG, 0 to 1. */
  quality: number;
}

const longestSide = 1_600;
const qualities = [0.8, 0.65, 0.5];
const shrinking = 0.75;
/** So small no JPEG exceeds the limit: even its pixels as they are would not. */
const fitsAnyway = ({ width, height }: { width: number; height: number }): boolean => width * height * 3 <= photoLimit / 2;

/**
 * How a picture is made small enough, best first: never larger than it is, at most 1,600 pixels on its longer side, then with less quality,
 * then smaller, until it must fit.
 */
export function attemptsFor({ width, height }: { width: number; height: number }): Attempt[] {
  const attempts: Attempt[] = [];
  for (let scale = Math.min(1, longestSide / Math.max(width, height)); ; scale *= shrinking) {
    const size = { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
    const tried = attempts.length === 0 ? qualities : qualities.slice(-1);
    attempts.push(...tried.map((quality) => ({ ...size, quality })));
    if (fitsAnyway(size)) return attempts;
  }
}
