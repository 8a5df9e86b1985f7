import { type RowEffect, type RowFault, type Verdict } from './importer.js';

export interface RowView {
  position: number;
  sheet: string;
  rowNo: number;
  verdict: Verdict;
  faults: RowFault[];
}

export type RowToKeep = RowView & { effects: RowEffect[] };

/** So many rows of a file are kept as one row of a table. Never another number: a page is found by the positions it holds. */
export const rowsOfPage = 500;

/** The page of a position. */
export const pageOf = (position: number): number => Math.floor((position - 1) / rowsOfPage);

/** A sheet's name as it is kept with its rows. Excel allows 31 characters; a file may hold anything. */
export const keptName = (name: string): string => [...name].slice(0, 40).join('');

/** How many rows of a page have which verdict. */
export type PageCounts = Record<Verdict, number>;

/** What became of the rows of a page, as it is kept. */
export interface Page {
  page: number;
  counts: PageCounts;
  /** Sheet by sheet: of each row its number, its verdict and, if it has some, its faults. */
  outcomes: string;
  /** Of each row what it did, for undoing; `null` where no row did anything. */
  effects: string | null;
}

/** As kept: hundreds on a page, whose names would be most of it. */
type Kept = [RowEffect['noun'], RowEffect['id'], RowEffect['did'], (number | null)?, Record<string, unknown>?];
const kept = ({ noun, id, did, version, before }: RowEffect): Kept =>
  before ? [noun, id, did, version ?? null, before] : [noun, id, did, version ?? null];
const effectOf = ([noun, id, did, version, before]: Kept): RowEffect => ({
  ...{ noun, id, did },
  ...(before && { before }),
  ...(typeof version === 'number' && { version }),
});

type Part = [sheet: string, rows: [rowNo: number, verdict: Verdict, faults?: RowFault[]][]];

/**
 * The pages of rows that follow each other, in the order of the file, and that fill their pages but for the last one of the file.
 * @throws Error for rows that begin in the middle of a page: those before them would be lost.
 */
export function pagesOf(rows: readonly RowToKeep[]): Page[] {
  const pages: Page[] = [];
  for (let i = 0; i < rows.length; i += rowsOfPage) {
    const { position } = rows[i]!;
    if ((position - 1) % rowsOfPage !== 0) throw new Error(`row ${position} does not begin a page`);
    pages.push(packed(pageOf(position), rows.slice(i, i + rowsOfPage)));
  }
  return pages;
}

function packed(page: number, rows: readonly RowToKeep[]): Page {
  const counts: PageCounts = { create: 0, update: 0, unchanged: 0, faulty: 0 };
  const parts: Part[] = [];
  for (const { sheet, rowNo, verdict, faults } of rows) {
    counts[verdict]++;
    const name = keptName(sheet);
    if (parts.at(-1)?.[0] !== name) parts.push([name, []]);
    parts.at(-1)![1].push(faults.length === 0 ? [rowNo, verdict] : [rowNo, verdict, faults]);
  }
  const effects = rows.some((row) => row.effects.length > 0) ? JSON.stringify(rows.map((row) => row.effects.map(kept))) : null;
  return { page, counts, outcomes: JSON.stringify(parts), effects };
}

/** The rows of a page as they are shown. */
export function rowsIn({ page, outcomes }: Pick<Page, 'page' | 'outcomes'>): RowView[] {
  let position = page * rowsOfPage;
  return (JSON.parse(outcomes) as Part[]).flatMap(([sheet, rows]) =>
    rows.map(([rowNo, verdict, faults = []]) => ({ position: ++position, sheet, rowNo, verdict, faults })),
  );
}

/** What the rows of a page did, newest first. */
export const effectsIn = (effects: string): RowEffect[] => (JSON.parse(effects) as Kept[][]).flat().map(effectOf).reverse();
