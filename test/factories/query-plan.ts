import { type Db } from '#platform/database';

/** How the database would do a statement, step by step, without anything that it only estimates. */
export interface PlanStep {
  table: string;
  /** What the statement calls it. */
  alias: string;
  /** `const`, `ref`, `range`, `index`, `ALL` … */
  access: string;
  key: string | null;
  /** What costs or saves: sorts, temporary tables, and that the index alone answers. */
  extra: string[];
}

const telling = [
  'Using index',
  'Using temporary',
  'Using filesort',
  'Using join buffer',
  'Range checked for each record',
  'Select tables optimized away',
];

export async function planOf(db: Db, statement: string): Promise<PlanStep[]> {
  const rows: { table: string | null; type: string | null; key: string | null; Extra: string | null }[] = await db.query(
    `EXPLAIN FORMAT=TRADITIONAL ${statement}`,
  );
  const tables = tablesIn(statement);
  return rows.map(({ table, type, key, Extra }) => ({
    table: (table && tables.get(table)) ?? table ?? '',
    alias: table ?? '',
    access: type ?? '',
    key,
    extra: (Extra ?? '')
      .split('; ')
      .map((one) => one.replace(/ \(.*/, '').replace(/^Using index for .*/, 'Using index'))
      .filter((one) => telling.includes(one)),
  }));
}

/** Alias → table, as the statement has them. */
function tablesIn(statement: string): Map<string, string> {
  const named = /\b(?:FROM|JOIN)\s+(\w+)(?:\s+(?!(?:ON|WHERE|JOIN|LEFT|GROUP|ORDER|UNION|LIMIT)\b)(\w+))?/g;
  return new Map([...statement.matchAll(named)].map(([, table, alias]) => [alias ?? table!, table!]));
}

/** The statement whoever is asked about, a clause a line: numbers, paths and ids are `?`, lists of them `(?, …)`. */
export const normalised = (statement: string): string =>
  statement
    .replace(/\s+/g, ' ')
    .replace(/\bX'[0-9a-f]*'|'\/[\d/]*'/gi, '?')
    .replace(/'[^']*'|\b\d+\b/g, (value) => (value.startsWith("'") ? value : '?'))
    .replace(/ IN \(\?(?:, ?\?)*\)/g, ' IN (?, …)')
    .replace(/ (FROM|(?:LEFT )?JOIN|WHERE|GROUP BY|HAVING|ORDER BY|LIMIT|UNION) /g, '\n$1 ')
    .trim();

export function planText({ table, alias, access, key, extra }: PlanStep): string {
  const how = [[access, key].filter(Boolean).join(' '), ...extra].filter(Boolean).join(', ');
  return `-- ${[[...new Set([table, alias])].filter(Boolean).join(' '), how].filter(Boolean).join(': ')}`;
}
