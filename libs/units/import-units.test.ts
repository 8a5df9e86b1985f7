import { beforeEach, describe, expect, test } from '@jest/globals';
import { systemContext } from '#platform/context';
import { type Db } from '#platform/database';
import { type ImportJob, type ParsedRow, type PermissionCheck } from '#platform/imports';
import { ImportUnits } from './import-units.js';
import { PlantUnits } from './plant-units.js';
import { type UnitRow, UnitRepository } from './unit.repository.js';

/** The judging alone: what is in the tree is said by hand. */
class Tree extends UnitRepository {
  constructor(private readonly rows: Partial<UnitRow>[]) {
    super();
  }
  override byCodes(_db: Db, codes: readonly string[]): Promise<Map<string, UnitRow>> {
    return Promise.resolve(new Map(this.rows.filter(({ code }) => codes.includes(code!)).map((row) => [row.code!, row as UnitRow])));
  }
}

const unit = (id: number, code: string, level: UnitRow['level'], accessPath: string, more: Partial<UnitRow> = {}): Partial<UnitRow> => ({
  id,
  code,
  level,
  accessPath,
  name: code,
  validTo: null,
  ...more,
});
const tree = new Tree([
  unit(1, '610326', 'county', '/1/', { parentId: null }),
  unit(2, '610326101', 'town', '/1/2/', { parentId: 1 }),
  unit(3, '610326102', 'town', '/1/3/', { parentId: 1, validTo: '2020-01-01' }),
  unit(9, '610327', 'county', '/9/', { parentId: null }),
]);

let importer: ImportUnits;
let job: ImportJob;
const scopeIs = (...paths: string[]): void => {
  const permissions = { require: () => ({ paths }) } as unknown as PermissionCheck;
  importer = new ImportUnits(tree, new PlantUnits(tree), permissions);
  job = { id: 1, ctx: systemContext('cli'), recordDateAllowed: true, units: new Set(), state: new Map(), mode: 'judge' };
};
beforeEach(() => scopeIs('/1/'));

let position = 0;
const row = (code: string, level: string, parentCode: string | null = null, name = code): ParsedRow => ({
  position: ++position,
  sheet: '',
  rowNo: position,
  format: importer.sheets[0]!,
  values: { code, name, level, parentCode },
  faults: [],
});
const judge = async (...rows: ParsedRow[]) =>
  (await importer.judge({} as Db, job, rows)).map(({ verdict, faults = [] }) =>
    [verdict, ...faults.map((one) => `${one.column} ${one.code}`)].join(' '),
  );

describe('a sheet of units', () => {
  test('adds, renames, and leaves as it is', async () => {
    expect(
      await judge(
        row('610326101204', 'village'),
        row('610326101', 'town', null, '横渠镇'),
        row('610326', 'county'),
        row('JG-1', 'organ', '610326'),
      ),
    ).toEqual(['create', 'update', 'unchanged', 'create']);
  });

  test('may name earlier rows as the unit above, in later parts of the file too, and no code twice', async () => {
    expect(await judge(row('610326109', 'town'), row('610326109200', 'village'))).toEqual(['create', 'create']);
    expect(await judge(row('610326109201', 'village'), row('610326109', 'town'))).toEqual(['create', 'faulty 单位代码 repeated']);
    expect(await judge(row('610326108200', 'village'), row('610326108', 'town'))).toEqual(['faulty 上级代码 referenceUnknown', 'create']);
  });

  test('stays within the scope of its sender', async () => {
    expect(await judge(row('610327101', 'town'), row('610327', 'county', null, '陇县'), row('62', 'province'))).toEqual([
      'faulty 上级代码 referenceUnknown',
      'faulty 单位代码 alreadyExists',
      'faulty 上级代码 required',
    ]);
    scopeIs('/');
    expect(await judge(row('62', 'province'), row('JG-2', 'organ'))).toEqual(['create', 'faulty 上级代码 unitLevelInvalid']);
  });

  test('moves nothing, puts nothing under what is retired or too low', async () => {
    expect(
      await judge(
        row('610326101', 'village'),
        row('610326101', 'town', '610326102'),
        row('610326102200', 'village'),
        row('610326110', 'county', '610326101'),
        row('610326102', 'town', null, '新名'),
      ),
    ).toEqual([
      'faulty 层级 differs',
      'faulty 上级代码 differs',
      'faulty 上级代码 unitRetired',
      'faulty 层级 unitLevelInvalid',
      'faulty 单位代码 unitRetired',
    ]);
  });
});
