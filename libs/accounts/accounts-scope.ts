/** The parts of today's tree for which the caller may read or manage accounts, by access path; `access` gives it. */
export interface AccountsScope {
  readonly paths: readonly string[];
}

/** The condition for a column of access paths. No parts: nothing. */
export function within(scope: AccountsScope, column: string): { sql: string; parameters: string[] } {
  if (scope.paths.length === 0) return { sql: '(1 = 0)', parameters: [] };
  return { sql: `(${scope.paths.map(() => `${column} LIKE ?`).join(' OR ')})`, parameters: scope.paths.map((path) => `${path}%`) };
}
