import { type Grant } from '#platform/context';

/** The places that lie in one of both lists: of two where one lies in the other, the inner. */
export const common = (some: readonly string[], others: readonly string[]): string[] =>
  some.flatMap((one) => others.flatMap((other) => (one.startsWith(other) ? [one] : other.startsWith(one) ? [other] : [])));

/** Places without those that lie in another of them. */
export const outermost = (paths: readonly string[]): string[] =>
  [...new Set(paths)].filter((one) => !paths.some((other) => other !== one && one.startsWith(other))).sort();

/** The grants as far as they reach into the scope: an import never does more than its scope, nor more than its user may. */
export const grantsWithin = (grants: readonly Grant[], scope: readonly string[], unitId: number | null): Grant[] =>
  grants.flatMap((grant) =>
    scope.some((path) => grant.path.startsWith(path))
      ? [grant]
      : scope.filter((path) => path.startsWith(grant.path)).map((path) => ({ ...grant, path, unitId: unitId ?? grant.unitId })),
  );
