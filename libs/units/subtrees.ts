/** The parts of today's tree that somebody may see or change, by access path; `/` is everything. */
export interface Subtrees {
  readonly paths: readonly string[];
}

/** The condition for a column of access paths. No subtrees: nothing. */
export function subtreeCondition(scope: Subtrees, column: string): { sql: string; parameters: string[] } {
  if (scope.paths.length === 0) return { sql: '(1 = 0)', parameters: [] };
  return { sql: `(${scope.paths.map(() => `${column} LIKE ?`).join(' OR ')})`, parameters: scope.paths.map((path) => `${path}%`) };
}

export const inSubtrees = (scope: Subtrees, accessPath: string): boolean => scope.paths.some((path) => accessPath.startsWith(path));
