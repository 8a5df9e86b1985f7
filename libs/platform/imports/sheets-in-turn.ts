import { keptName } from './import-pages.js';
import { type PlacedRow } from './placed-rows.js';

/** The rows of a file sheet by sheet, read once: sheets are asked for in their order in it, and what lies between them is passed over. */
export class SheetsInTurn {
  /** Read already, and not of the sheet before. */
  private rest: PlacedRow[] = [];

  constructor(private readonly pieces: AsyncGenerator<PlacedRow[], void, undefined>) {}

  /** As many at a time as a piece of the file holds; by the name that is kept. */
  async *of(sheet: string): AsyncGenerator<PlacedRow[], void, undefined> {
    const isOurs = ({ row }: PlacedRow): boolean => keptName(row.sheet) === sheet;
    for (let begun = false; ;) {
      const from: number = begun ? 0 : this.rest.findIndex(isOurs);
      const mine: PlacedRow[] = from < 0 ? [] : this.rest.slice(from);
      const beyond = mine.findIndex((row) => !isOurs(row));
      this.rest = beyond < 0 ? [] : mine.slice(beyond);
      begun ||= mine.length > 0;
      yield beyond < 0 ? mine : mine.slice(0, beyond);
      if (beyond >= 0) return;
      const { value, done } = await this.pieces.next();
      if (done) return;
      this.rest = value;
    }
  }

  async close(): Promise<void> {
    await this.pieces.return();
  }
}
