import { type BundleName, bundleNames, type Permission } from '#contract';
import { type Context, type Grant } from '#platform/context';
import { Refusal } from '#platform/refusal';
import { bundles, ofDevices } from './bundles.js';

/**
 * The part of the tree of units for which someone may do something: everything at or under one of `paths`, as the units
 * stand today (`access_path`). No path lies under another. Repositories demand a scope; outside looks exactly like absent.
 */
export interface Scope {
  readonly paths: readonly string[];
  /** The whole tree. */
  readonly everything: boolean;
}

/** The product itself, and whoever looks after the whole tree. */
export const wholeTree: Scope = { paths: ['/'], everything: true };

/** The grants that allow this; for a phone's own token only as far as a phone goes. */
const allowing = (ctx: Context, permission: Permission): Grant[] =>
  ctx.device && !ofDevices.includes(permission) ? [] : ctx.grants.filter((grant) => bundles[grant.bundle].includes(permission));

const pathsOf = (ctx: Context, permission: Permission): string[] => allowing(ctx, permission).map((grant) => grant.path);

/** Whether someone may do this for any unit at all. */
export const mayAnywhere = (ctx: Context, permission: Permission): boolean => allowing(ctx, permission).length > 0;

/** The bundles that allow this, for those who ask what somebody else may do. */
export const bundlesAllowing = (permission: Permission): BundleName[] => bundleNames.filter((name) => bundles[name].includes(permission));

/** For which units someone may do this. @throws Refusal forbidden when for none */
export function scopeOf(ctx: Context, permission: Permission): Scope {
  const paths = outermost(pathsOf(ctx, permission));
  if (paths.length === 0) throw new Refusal('forbidden', { permissions: [permission] });
  return paths[0] === '/' ? wholeTree : { paths, everything: false };
}

/** Paths without those that lie under another. Paths end in `/`, so a prefix is an ancestor. */
function outermost(paths: readonly string[]): string[] {
  const kept: string[] = [];
  for (const path of [...new Set(paths)].sort()) {
    // Sorted, an ancestor stands before all that lies under it, and directly before the first of those.
    const last = kept.at(-1);
    if (last === undefined || !path.startsWith(last)) kept.push(path);
  }
  return kept;
}

/** Whether a unit, by its access path, lies in the scope. */
export const inScope = (scope: Scope, accessPath: string): boolean =>
  scope.everything || scope.paths.some((path) => accessPath.startsWith(path));

/** The scope as a condition on a column that holds an access path. `column` is the program's own word, never a caller's. */
export function scopeCondition(scope: Scope, column: string): { sql: string; parameters: string[] } {
  if (scope.everything) return { sql: '1 = 1', parameters: [] };
  if (scope.paths.length === 0) return { sql: '1 = 0', parameters: [] };
  return {
    sql: `(${scope.paths.map(() => `${column} LIKE ?`).join(' OR ')})`,
    parameters: scope.paths.map((path) => `${path.replace(/[\\%_]/g, '\\$&')}%`),
  };
}
