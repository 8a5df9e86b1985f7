import { expect, test } from '@jest/globals';
import { type PlacedRow } from './placed-rows.js';
import { SheetsInTurn } from './sheets-in-turn.js';

/** A file whose pieces hold rows of one sheet or of several, `甲1` being the first row of 甲; it says how many pieces were read, and whether it was closed. */
function file(...pieces: string[]) {
  const read = { pieces: 0, closed: false };
  async function* rows(): AsyncGenerator<PlacedRow[], void, undefined> {
    try {
      for (const piece of pieces) {
        read.pieces++;
        yield piece.split(' ').map((at) => ({
          ...{ row: { sheet: at[0]!, row: Number(at.slice(1)), cells: [] }, layout: null },
          ...({ part: 'above', merged: new Set() } as const),
        }));
      }
    } finally {
      read.closed = true;
    }
  }
  return { turns: new SheetsInTurn(rows()), read };
}
async function taken(turns: SheetsInTurn, sheet: string, enough = Infinity): Promise<number[]> {
  const numbers: number[] = [];
  for await (const rows of turns.of(sheet)) {
    numbers.push(...rows.map(({ row }) => row.row));
    if (numbers.length >= enough) break;
  }
  return numbers;
}

test('sheets are given one after the other, those between passed over, and each piece is read once', async () => {
  const { turns, read } = file('甲1 甲2', '甲3 乙1', '乙2 丙1 丁1', '丁2');
  expect(await taken(turns, '甲')).toEqual([1, 2, 3]);
  expect(await taken(turns, '丙')).toEqual([1]);
  expect(await taken(turns, '丁')).toEqual([1, 2]);
  expect(read).toEqual({ pieces: 4, closed: true });
});

test('of a sheet that nobody reads to its end the rest is not given to the next', async () => {
  const { turns, read } = file('甲1', '甲2 甲3', '甲4 乙1', '乙2');
  expect(await taken(turns, '甲', 1)).toEqual([1]);
  expect(await taken(turns, '乙', 1)).toEqual([1]);
  expect(read).toEqual({ pieces: 3, closed: false });
  await turns.close();
  expect(read).toEqual({ pieces: 3, closed: true });
});
