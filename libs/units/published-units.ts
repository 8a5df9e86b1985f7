import { readFile } from 'node:fs/promises';
import { projectRoot } from '#platform/config';
import { cellsOf, unitsOfOrganTable, unitsOfStatisticsTable } from './statistics-table.js';
import { type UnitLine } from './unit-line.js';

const folder = new URL('demo/units/', projectRoot());
const read = async (name: string): Promise<string[][]> => cellsOf(await readFile(new URL(name, folder), 'utf8'));

/** The published units of Baoji (National Bureau of Statistics, 2023), of one county where its code is given, with the organs that are known. */
export async function publishedUnits(county?: string): Promise<UnitLine[]> {
  const villages = (await read('baoji-units-2023.csv')).filter(([code]) => county === undefined || code === county);
  const organs = (await read('organs.csv')).filter(([code]) => county === undefined || code!.length < 6 || code!.startsWith(county));
  const above = unitsOfOrganTable(organs.filter(([code]) => code!.length < 6));
  const below = unitsOfOrganTable(organs.filter(([code]) => code!.length >= 6));
  return [...above, ...unitsOfStatisticsTable(villages), ...below];
}

/** The counties whose units are published here, by code. */
export async function publishedCounties(): Promise<{ code: string; name: string }[]> {
  return unitsOfStatisticsTable(await read('baoji-units-2023.csv'))
    .filter(({ level }) => level === 'county')
    .map(({ code, name }) => ({ code, name }))
    .sort((a, b) => a.code.localeCompare(b.code));
}
