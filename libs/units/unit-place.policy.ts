import { type UnitLevel } from '#contract';

const ranks: Record<Exclude<UnitLevel, 'organ'>, number> = { province: 0, city: 1, county: 2, town: 3, village: 4 };

/**
 * What may stand directly under what: territory under wider territory (levels may be skipped), an organ under anything, under an
 * organ only organs. Without a unit above: territory only.
 */
export function mayStandUnder(level: UnitLevel, parent: UnitLevel | null): boolean {
  if (parent === null) return level !== 'organ';
  if (level === 'organ') return true;
  return parent !== 'organ' && ranks[parent] < ranks[level];
}

export interface Keys {
  village: number;
  town: number;
  county: number;
  city: number;
  province: number;
}

/**
 * What facts of a unit are counted under at each level: the unit itself or the nearest above it, of that level or a higher one.
 * An organ is never a key: its facts belong to the territory it serves. Keys are never empty: at the top the unit stands in.
 */
export function keysOf(unit: { id: number; level: UnitLevel }, parent: Keys | null): Keys {
  const key = (level: keyof Keys): number => {
    const own = unit.level !== 'organ' && ranks[unit.level] <= ranks[level];
    return own || !parent ? unit.id : parent[level];
  };
  return { village: key('village'), town: key('town'), county: key('county'), city: key('city'), province: key('province') };
}

export interface Place {
  path: string;
  accessPath: string;
  keys: Keys;
}

/** The place of a living unit under the one above it. */
export function placeUnder(unit: { id: number; level: UnitLevel }, parent: Place | null): Place {
  return {
    path: `${parent?.path ?? '/'}${unit.id}/`,
    accessPath: `${parent?.accessPath ?? '/'}${unit.id}/`,
    keys: keysOf(unit, parent?.keys ?? null),
  };
}
