import { type UnitLevel, unitLevels } from '#contract';
import { normaliseUnitCode } from './unit-code.policy.js';
import { codeAbove, type UnitLine } from './unit-line.js';

/** The cells of a table of comma-separated values that quotes nothing, without its header. @throws when a line has another number of cells. */
export function cellsOf(csv: string): string[][] {
  const [header, ...lines] = csv
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => line !== '');
  const width = header?.split(',').length ?? 0;
  return lines.map((line, i) => {
    const cells = line.split(',').map((cell) => cell.trim());
    if (cells.length !== width) throw new Error(`line ${i + 2} has ${cells.length} cells, the header has ${width}`);
    return cells;
  });
}

/**
 * Rows of the village list of the National Bureau of Statistics — county code, county, town code, town, village code, village —
 * as counties, towns and villages, each once, wider units first.
 */
export function unitsOfStatisticsTable(rows: readonly (readonly string[])[]): UnitLine[] {
  const levels = [new Map<string, UnitLine>(), new Map<string, UnitLine>(), new Map<string, UnitLine>()];
  const names = ['county', 'town', 'village'] as const;
  for (const row of rows) {
    names.forEach((level, i) => {
      const code = normaliseUnitCode(row[2 * i]!);
      levels[i]!.set(code, { code, parentCode: codeAbove(code), level, name: row[2 * i + 1]! });
    });
  }
  return levels.flatMap((units) => [...units.values()]);
}

/** Rows of code, code of the unit above (may be empty), level, name. */
export function unitsOfOrganTable(rows: readonly (readonly string[])[]): UnitLine[] {
  return rows.map(([code, parentCode, level, name]) => {
    if (!unitLevels.includes(level as UnitLevel)) throw new Error(`"${level}" is no level of units`);
    return {
      code: normaliseUnitCode(code!),
      parentCode: parentCode ? normaliseUnitCode(parentCode) : null,
      level: level as UnitLevel,
      name: name!,
    };
  });
}
