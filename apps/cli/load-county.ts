import { readFile } from 'node:fs/promises';
import { type INestApplicationContext } from '@nestjs/common';
import { projectRoot } from '#platform/config';
import { systemContext } from '#platform/context';
import { cellsOf, LoadUnits, unitsOfOrganTable, unitsOfStatisticsTable } from '#units';

const unitsFolder = new URL('demo/units/', projectRoot());

/** Puts the published units of Baoji into the tree, with the organs of Meixian. What is there already stays as it is. */
export async function loadUnits(program: INestApplicationContext, county?: string): Promise<void> {
  const read = async (name: string): Promise<string[][]> => cellsOf(await readFile(new URL(name, unitsFolder), 'utf8'));
  const villages = (await read('baoji-units-2023.csv')).filter(([code]) => county === undefined || code === county);
  const organs = (await read('organs.csv')).filter(([code]) => county === undefined || code!.length < 6 || code!.startsWith(county));
  const above = unitsOfOrganTable(organs.filter(([code]) => code!.length < 6));
  const below = unitsOfOrganTable(organs.filter(([code]) => code!.length >= 6));
  await program.get(LoadUnits).run(systemContext('cli'), { lines: [...above, ...unitsOfStatisticsTable(villages), ...below] });
}
