import { DEFAULT_LIMITS, type MergedAreas, type Row } from '#platform/workbook';
import { cellText } from './cell-text.js';
import { type SheetLayout } from './sheet-header.js';

/** What cells merged over several rows mean for one of those rows. */
export interface MergedShare {
  /** Indexes of the columns in which the row lies in merged cells that hold something. Blank ones are form, not content. */
  columns: ReadonlySet<number>;
  /** It is the lower part of a header of several rows. */
  belongsToHeader: boolean;
}

const none: MergedShare = { columns: new Set(), belongsToHeader: false };

/** Goes down one sheet. */
export class MergedRows {
  #header: { row: number; indexes: Set<number> } | null = null;
  /** By column, from 1: the last row in which something stood. */
  readonly #filled = new Map<number, number>();

  constructor(private readonly areas: MergedAreas | undefined) {}

  headerAt(row: number, { columns }: SheetLayout): void {
    this.#header = { row, indexes: new Set(columns.map(({ index }) => index)) };
  }

  /** The next row. */
  take(row: Row): MergedShare {
    if (!this.areas) return none;
    row.cells.forEach((cell, i) => {
      if (cellText(cell) !== '') this.#filled.set(i + 1, row.row);
    });
    const columns = new Set<number>();
    let belongsToHeader = false;
    for (let column = 1; column <= DEFAULT_LIMITS.columns; column++) {
      const area = this.areas.around(row.row, column);
      // Some programs leave values behind that the merging hides: also then nobody saw what we would read.
      if (!area || (this.#filled.get(area.left) ?? 0) < area.top) continue;
      columns.add(column - 1);
      if (this.#header?.indexes.has(column - 1) && area.top <= this.#header.row) belongsToHeader = true;
    }
    return { columns, belongsToHeader };
  }
}
