import { type UnitLevel } from '#contract';

/** A unit as a table has it: places are told by codes. */
export interface UnitLine {
  code: string;
  parentCode: string | null;
  level: UnitLevel;
  name: string;
  validFrom?: string;
}

/** `610326101204` lies in `610326101`, that in `610326`, that in `6103`, that in `61`. `null` for a province or another kind of code. */
export function codeAbove(code: string): string | null {
  if (!/^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/.test(code)) return null;
  return { 4: code.slice(0, 2), 6: code.slice(0, 4), 9: code.slice(0, 6), 12: code.slice(0, 9) }[code.length] ?? null;
}
