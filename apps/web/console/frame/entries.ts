import { type ConsolePage, type Permission } from '#contract';

export interface Entry {
  page: ConsolePage;
  /** Any one of these opens it. */
  needs: [Permission, ...Permission[]];
  /** The key after `g`. */
  key: string;
  /** Stands in the navigation together with its kind. */
  within?: 'registers';
}

/** The pages that have an entry of their own or share one, in this order, each where the reader may. */
export const entries: readonly Entry[] = [
  { page: 'figures', needs: ['figures.read'], key: 'f' },
  { page: 'classes', needs: ['classes.read'], key: 'c' },
  { page: 'waiting', needs: ['attendance.settle', 'headCount.verify'], key: 'w' },
  { page: 'people', needs: ['people.read'], key: 'p', within: 'registers' },
  { page: 'instructors', needs: ['catalogue.read'], key: 'j', within: 'registers' },
  { page: 'sites', needs: ['catalogue.read'], key: 's', within: 'registers' },
  { page: 'units', needs: ['units.read'], key: 'u', within: 'registers' },
  { page: 'imports', needs: ['imports.run', 'imports.history'], key: 'i' },
  { page: 'accounts', needs: ['accounts.read'], key: 'a' },
];

export const allowedTo = (permissions: readonly Permission[]): Entry[] =>
  entries.filter(({ needs }) => needs.some((permission) => permissions.includes(permission)));

/** A line of the navigation: a page, or several of a kind, of which the first is opened. */
export interface Place {
  of: ConsolePage | 'start' | 'registers';
  to: string;
  pages: readonly ConsolePage[];
}

/** At most eight with the start, whatever somebody may do. A kind of which only one page may be opened is that page. */
export function placesOf(allowed: readonly Entry[]): Place[] {
  const places: Place[] = [];
  for (const { page, within } of allowed) {
    const kind = within && allowed.filter((one) => one.within === within).map((one) => one.page);
    if (!kind || kind.length === 1) places.push({ of: page, to: `/${page}`, pages: [page] });
    else if (kind[0] === page) places.push({ of: within, to: `/${page}`, pages: kind });
  }
  return places;
}
