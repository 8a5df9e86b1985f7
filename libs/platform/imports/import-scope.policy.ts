import { type Grant } from '#platform/context';

/** The places that lie in one of both lists: of two where one lies in the other, the inner. */
export const common = (some: readonly string[], others: readonly string[]): string[] =>
  some.flatMap((one) => others.flatMap((other) => (one.startsWith(other) ? [one] : other.startsWith(one) ? [other] : [])));

/** Of several places the widest: what is nearest to the root. */
export const widest = (paths: readonly string[]): string | null =>
  paths.reduce<string | null>((best, path) => (best === null || path.length < best.length ? path : best), null);

/** The grants as far as they reach into the scope: an import never does more than its scope, nor more than its user may. */
export const grantsWithin = (grants: readonly Grant[], scope: string, unitId: number | null): Grant[] =>
  grants.flatMap((grant) => {
    if (grant.path.startsWith(scope)) return [grant];
    return scope.startsWith(grant.path) ? [{ ...grant, path: scope, unitId: unitId ?? grant.unitId }] : [];
  });
