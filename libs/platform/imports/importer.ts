import { type ImportKind, type Permission } from '#contract';
import { type Context } from '#platform/context';
import { type Db } from '#platform/database';

/** A column by its title. `parse` makes the value of a cell that is not empty, of its trimmed text. @throws CellFault */
export interface Column<K extends string = string> {
  key: K;
  title: string;
  required?: boolean;
  /** Absent: the trimmed text. */
  parse?: (text: string) => unknown;
}

/** A kind of sheet: its columns, and the exact name of the sheet; without one any sheet with these columns will do. */
export interface SheetFormat {
  /** What it is called in mappings that are kept: never changed, and none twice in a kind. */
  name: string;
  sheet?: string;
  columns: Column[];
}

/** What is wrong with a row. Facts never hold personal data beyond the row's own place. */
export interface RowFault {
  /** The title of the column. */
  column?: string;
  /** A stable word: required, malformedDate, unknownValue, referenceUnknown, nameMismatch … */
  code: string;
  facts?: Record<string, unknown>;
}

/** A row as read. Parsed rows reach an importer only without faults. */
export interface ParsedRow {
  /** Running number of the data row in the file, from 1, over all sheets. */
  position: number;
  sheet: string;
  /** As Excel shows it. */
  rowNo: number;
  format: SheetFormat;
  /** By column key: `null` where the cell is empty, no entry where the sheet has no such column. */
  values: Record<string, unknown>;
  faults: RowFault[];
}

/** What a row did. `before` holds what revert needs to put back, `version` the row's version after the deed. */
export interface RowEffect {
  noun: string;
  id: number | string;
  did: 'created' | 'updated';
  before?: Record<string, unknown>;
  version?: number;
  /** In whose history it stands, where it has none of its own. */
  within?: { noun: string; id: number };
}

export const verdicts = ['create', 'update', 'unchanged', 'faulty'] as const;
export type Verdict = (typeof verdicts)[number];

export interface RowOutcome {
  position: number;
  verdict: Verdict;
  faults?: RowFault[];
  /** Kept for revert; only what `apply` answers counts. */
  effects?: RowEffect[];
}

/** One pass over one file. */
export interface ImportJob {
  id: number;
  /** Who sent the file, with grants no wider than the import's scope. */
  ctx: Context;
  /** May a sheet carry its own date of record (`imports.history`)? */
  recordDateAllowed: boolean;
  /** The units of what is being written, as it was and as it is: those who look after them see the deed in the audit. */
  units: Set<number>;
  /** Kept across the chunks of one pass: for rows that refer to earlier rows of the same file. Empty when a pass begins or resumes. */
  state: Map<string, unknown>;
  mode: 'judge' | 'apply';
}

/**
 * Turns rows into deeds of its lib. Rows come in file order, at most `atOnce` at a time and without parse faults; the number of queries
 * must not depend on their number. One outcome per row is answered, in any order; a row without one fails the import.
 * - `judge` writes nothing and says what `apply` would do now.
 * - `apply` judges anew, does what is not faulty, and answers effects. The same rows a second time are all `unchanged`.
 * - `revert` undoes effects, given newest first. @throws Refusal importInUse when something stands on one of them.
 */
export interface Importer {
  readonly kind: ImportKind;
  /** What the sender must hold besides `imports.run`. */
  readonly permission: Permission;
  readonly sheets: readonly SheetFormat[];
  /** 500 unless told; a multiple of it. More where rows are short and files long: every question costs beside what it asks for. */
  readonly atOnce?: number;
  judge(db: Db, job: ImportJob, rows: readonly ParsedRow[]): Promise<RowOutcome[]>;
  apply(db: Db, job: ImportJob, rows: readonly ParsedRow[]): Promise<RowOutcome[]>;
  revert(db: Db, job: ImportJob, effects: readonly RowEffect[]): Promise<void>;
}
