import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { bundleNames, type BundleName, permissions, type Permission } from '#contract';
import { type Context, systemContext } from '#platform/context';
import { bundles } from './bundles.js';
import { inScope, mayAnywhere, scopeCondition, scopeOf } from './scope.js';

const holding = (...grants: [BundleName, string][]): Context => ({
  ...systemContext('cli'),
  grants: grants.map(([bundle, path], i) => ({ bundle, unitId: i + 1, path })),
});

/** LIKE as MySQL reads it, with `\` before a character that stands for itself. */
function isLike(text: string, pattern: string): boolean {
  let expression = '';
  for (let i = 0; i < pattern.length; i++) {
    const c = pattern[i]!;
    const literal = (one: string): string => one.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
    if (c === '\\') expression += literal(pattern[++i]!);
    else expression += c === '%' ? '[^]*' : c === '_' ? '[^]' : literal(c);
  }
  return new RegExp(`^${expression}$`).test(text);
}
const selects = (condition: { sql: string; parameters: string[] }, path: string): boolean =>
  condition.sql === '1 = 1' || condition.parameters.some((pattern) => isLike(path, pattern));

describe('scope', () => {
  test('whoever holds no bundle with the permission is forbidden', () => {
    const reporter = holding(['reporter', '/1/5/']);
    expect(mayAnywhere(reporter, 'people.read')).toBe(false);
    expect(() => scopeOf(reporter, 'people.read')).toThrow(expect.objectContaining({ code: 'forbidden' }));
    expect(() => scopeOf(holding(), 'units.read')).toThrow(expect.objectContaining({ code: 'forbidden' }));
  });

  test('only the bundles that allow it count', () => {
    const both = holding(['official', '/1/'], ['townOrganiser', '/1/5/']);
    expect(scopeOf(both, 'people.read').paths).toEqual(['/1/']);
    expect(scopeOf(both, 'people.manage').paths).toEqual(['/1/5/']);
  });

  test('a unit holds itself and what lies under it, not its namesakes by digits', () => {
    const scope = scopeOf(holding(['official', '/1/5/']), 'units.read');
    expect(['/1/5/', '/1/5/12/'].every((path) => inScope(scope, path))).toBe(true);
    expect(['/1/', '/1/50/', '/1/55/5/', '/5/', '/', '/1/5'].some((path) => inScope(scope, path))).toBe(false);
  });

  test('the product itself sees everything', () => {
    expect(scopeOf(systemContext('worker'), 'people.merge')).toEqual({ paths: ['/'], everything: true });
    expect(scopeCondition(scopeOf(systemContext('worker'), 'people.merge'), 'x').sql).toBe('1 = 1');
  });

  test('what stands for anything in LIKE stands for itself', () => {
    const { sql, parameters } = scopeCondition({ paths: ['/a_b%c\\/'], everything: false }, 'u.access_path');
    expect(sql).toBe('(u.access_path LIKE ?)');
    expect(parameters).toEqual(['/a\\_b\\%c\\\\/%']);
    expect(scopeCondition({ paths: [], everything: false }, 'x').sql).toBe('1 = 0');
  });

  const path = fc.array(fc.integer({ min: 1, max: 23 }), { minLength: 1, maxLength: 4 }).map((ids) => `/${ids.join('/')}/`);
  const grant = fc.tuple(fc.constantFrom(...bundleNames), path);

  test('a path is in scope exactly when some grant that allows it is its ancestor; the condition agrees; no path is said twice', () => {
    fc.assert(
      fc.property(
        fc.array(grant, { maxLength: 6 }),
        fc.constantFrom(...permissions),
        fc.array(path, { minLength: 1 }),
        (grants, permission, places) => {
          const ctx = holding(...grants);
          const expected = (place: string): boolean =>
            grants.some(([bundle, top]) => bundles[bundle].includes(permission) && place.startsWith(top));
          if (!mayAnywhere(ctx, permission)) return places.every((place) => !expected(place));
          const scope = scopeOf(ctx, permission);
          const condition = scopeCondition(scope, 'p');
          expect(scope.paths.some((one) => scope.paths.some((two) => one !== two && one.startsWith(two)))).toBe(false);
          return places.every((place) => inScope(scope, place) === expected(place) && selects(condition, place) === expected(place));
        },
      ),
    );
  });
});

test('a phone’s own token marks and reports for its account, and does nothing else', () => {
  for (const name of bundleNames) {
    const ctx: Context = { ...holding([name, '/1/']), device: { id: 1, revoked: false, wipe: false } };
    const may = permissions.filter((permission) => mayAnywhere(ctx, permission));
    expect(may).toEqual(bundles[name].filter((one) => one === 'attendance.mark' || one === 'headCount.report').sort());
    expect(() => scopeOf(ctx, 'people.read')).toThrow('forbidden');
  }
});

describe('bundles', () => {
  const holders = (permission: Permission): BundleName[] => bundleNames.filter((name) => bundles[name].includes(permission));

  test('every permission is somebody’s, none stands twice in a bundle', () => {
    for (const permission of permissions) expect(holders(permission)).toContain('admin');
    for (const name of bundleNames) expect(new Set(bundles[name]).size).toBe(bundles[name].length);
  });

  test.each<[Permission, BundleName[]]>([
    ['accounts.manage', ['admin']],
    ['accounts.read', ['admin', 'auditor']],
    ['headCount.verify', ['admin', 'organiser', 'townOrganiser']],
    ['attendance.mark', ['admin', 'organiser', 'townOrganiser', 'classHead', 'instructor']],
    ['devices.manage', ['admin', 'organiser', 'townOrganiser']],
    ['imports.run', ['admin', 'organiser', 'townOrganiser']],
    ['imports.history', ['admin', 'organiser']],
    ['people.reveal', ['admin', 'organiser']],
    ['people.merge', ['admin', 'organiser']],
    ['figures.read', ['admin', 'auditor', 'organiser', 'townOrganiser', 'official']],
  ])('%s belongs to %j', (permission, expected) => expect(holders(permission)).toEqual(expected));

  test('a reporter reports and sees no persons; whoever only reads changes nothing', () => {
    expect(bundles.reporter).toEqual(['units.read', 'classes.read', 'headCount.report']);
    for (const name of ['official', 'auditor'] as const)
      expect(bundles[name].filter((permission) => !permission.endsWith('.read'))).toEqual([]);
  });
});
