import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from '@jest/globals';
import { readRows } from './read-rows.js';
import { writeWorkbook } from './write-workbook.js';

const ROWS = 200_000;
const MIB = 1024 * 1024;

function* roster() {
  for (let i = 0; i < ROWS; i++) yield [`学员${i}`, `6103261966${String(i).padStart(8, '0')}`, i, `横渠镇第${i % 50}村党支部书记`];
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** What is really held: how much garbage lies about depends on what else this process has run. */
const heap = () => {
  collect();
  return process.memoryUsage().heapUsed;
};

test('two hundred thousand rows are written and read in little memory', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'workbook-'));
  const path = join(folder, 'roster.xlsx');
  try {
    const before = heap();
    let most = before;
    const watched = (function* () {
      let n = 0;
      for (const row of roster()) {
        if (++n % 25_000 === 0) most = Math.max(most, heap());
        yield row;
      }
    })();
    await writeWorkbook([{ name: '学员', rows: watched }], createWriteStream(path));

    let count = 0;
    let sum = 0;
    for await (const { cells } of readRows({ path })) {
      if (++count % 25_000 === 0) most = Math.max(most, heap());
      sum += cells[2] as number;
    }
    expect(count).toBe(ROWS);
    expect(sum).toBe((ROWS * (ROWS - 1)) / 2);
    expect((most - before) / MIB).toBeLessThan(20);
  } finally {
    await rm(folder, { recursive: true });
  }
}, 600_000);
