import { Inject, Injectable } from '@nestjs/common';
import { type UnitLevel } from '#contract';
import { type Db, isReferenced } from '#platform/database';
import {
  cells,
  type Importer,
  type ImportJob,
  type ParsedRow,
  PERMISSION_CHECK,
  type PermissionCheck,
  type RowEffect,
  type RowFault,
  type RowOutcome,
} from '#platform/imports';
import { Refusal } from '#platform/refusal';
import { PlantUnits } from './plant-units.js';
import { inSubtrees, type Subtrees } from './subtrees.js';
import { normaliseUnitCode } from './unit-code.policy.js';
import { codeAbove, type UnitLine } from './unit-line.js';
import { mayStandUnder } from './unit-place.policy.js';
import { type UnitRow, UnitRepository } from './unit.repository.js';

const levelWords: Record<string, UnitLevel> = {
  省: 'province',
  市: 'city',
  县: 'county',
  镇街: 'town',
  村: 'village',
  机关: 'organ',
};

type Values = { code: string; name: string; level: UnitLevel; parentCode?: string | null; validFrom?: string | null };

interface Judged {
  line: UnitLine;
  existing: UnitRow | null;
  outcome: RowOutcome;
}

/** Units by their code: new ones are added, others renamed. Where nobody names the unit above, the digits of the code do. */
@Injectable()
export class ImportUnits implements Importer {
  readonly kind = 'units';
  readonly permission = 'units.manage';
  readonly sheets = [
    {
      name: 'units',
      columns: [
        { key: 'code', title: '单位代码', required: true, parse: (text: string) => normaliseUnitCode(cells.code(20)(text)) },
        { key: 'name', title: '单位名称', required: true, parse: cells.text(100) },
        { key: 'level', title: '层级', required: true, parse: cells.oneOf(levelWords) },
        { key: 'parentCode', title: '上级代码', parse: normaliseUnitCode },
        { key: 'validFrom', title: '启用日期', parse: cells.date() },
      ],
    },
  ];

  constructor(
    private readonly units: UnitRepository,
    private readonly planter: PlantUnits,
    @Inject(PERMISSION_CHECK) private readonly permissions: PermissionCheck,
  ) {}

  async judge(db: Db, job: ImportJob, rows: readonly ParsedRow[]): Promise<RowOutcome[]> {
    return this.judged(job, await this.known(db, rows), rows).map(({ outcome }) => outcome);
  }

  async apply(db: Db, job: ImportJob, rows: readonly ParsedRow[]): Promise<RowOutcome[]> {
    const known = await this.known(db, rows);
    const judged = this.judged(job, known, rows);
    const created = judged.filter(({ outcome }) => outcome.verdict === 'create');
    const renamed = judged.filter(({ outcome }) => outcome.verdict === 'update');
    await this.planter.plant(
      db,
      known,
      created.map(({ line }) => line),
    );
    await this.units.renameMany(
      db,
      renamed.map(({ line, existing }) => ({ id: existing!.id, name: line.name, version: existing!.version + 1 })),
    );
    for (const { line, outcome } of created) outcome.effects = [effect(known.get(line.code)!.id, 'created', 1)];
    for (const { existing, outcome } of renamed) {
      const { id, name, version } = existing!;
      outcome.effects = [{ ...effect(id, 'updated', version + 1), before: { name } }];
    }
    for (const { outcome } of [...created, ...renamed]) for (const { id } of outcome.effects!) job.units.add(Number(id));
    return judged.map(({ outcome }) => outcome);
  }

  /** Refusals: importInUse (something stands on a unit, or somebody changed it since). */
  async revert(db: Db, _job: ImportJob, effects: readonly RowEffect[]): Promise<void> {
    const now = await this.units.byIds(
      db,
      effects.map(({ id }) => Number(id)),
    );
    const changed = effects.find(({ id, version }) => now.get(Number(id))?.version !== version);
    if (changed) throw new Refusal('importInUse', { unit: String(changed.id) });
    const renamed = effects.filter(({ did }) => did === 'updated');
    await this.units.renameMany(
      db,
      renamed.map(({ id, before, version }) => ({ id: Number(id), name: before!.name as string, version: version! - 1 })),
    );
    const created = effects.filter(({ did }) => did === 'created').map(({ id }) => Number(id));
    await this.units.remove(db, created).catch((error: unknown) => {
      throw isReferenced(error) ? new Refusal('importInUse', { noun: 'unit' }) : error;
    });
  }

  private known(db: Db, rows: readonly ParsedRow[]): Promise<Map<string, UnitRow>> {
    const lines = rows.map(lineOf);
    return this.units.byCodes(db, [...new Set(lines.flatMap(({ code, parentCode }) => (parentCode ? [code, parentCode] : [code])))]);
  }

  private judged(job: ImportJob, known: ReadonlyMap<string, UnitRow>, rows: readonly ParsedRow[]): Judged[] {
    const scope = this.permissions.require(job.ctx, this.permission);
    const coming = (job.state.get('units') as Map<string, UnitLevel> | undefined) ?? new Map<string, UnitLevel>();
    job.state.set('units', coming);
    return rows.map((row) => {
      const line = lineOf(row);
      const existing = known.get(line.code) ?? null;
      const faults = coming.has(line.code)
        ? [{ column: '单位代码', code: 'repeated' }]
        : existing
          ? faultsOfExisting(scope, existing, row.values as Values, known)
          : faultsOfNew(scope, line, known, coming);
      if (faults.length > 0) return { line, existing, outcome: { position: row.position, verdict: 'faulty', faults } };
      coming.set(line.code, line.level);
      const verdict = !existing ? 'create' : existing.name === line.name ? 'unchanged' : 'update';
      return { line, existing, outcome: { position: row.position, verdict } };
    });
  }
}

const effect = (id: number, did: RowEffect['did'], version: number): RowEffect => ({ noun: 'unit', id, did, version });

function lineOf(row: ParsedRow): UnitLine {
  const { code, name, level, parentCode, validFrom } = row.values as Values;
  return { code, name, level, parentCode: parentCode ?? codeAbove(code), ...(validFrom ? { validFrom } : {}) };
}

/** A unit that is there: it keeps its level and its place. */
function faultsOfExisting(scope: Subtrees, unit: UnitRow, told: Values, known: ReadonlyMap<string, UnitRow>): RowFault[] {
  if (!inSubtrees(scope, unit.accessPath)) return [{ column: '单位代码', code: 'alreadyExists' }];
  const faults: RowFault[] = [];
  if (unit.level !== told.level) faults.push({ column: '层级', code: 'differs' });
  if (told.parentCode && known.get(told.parentCode)?.id !== unit.parentId) faults.push({ column: '上级代码', code: 'differs' });
  if (unit.validTo && unit.name !== told.name) faults.push({ column: '单位代码', code: 'unitRetired' });
  return faults;
}

/** A new unit: what stands above it is there, or comes earlier in the file. */
function faultsOfNew(
  scope: Subtrees,
  { level, parentCode }: UnitLine,
  known: ReadonlyMap<string, UnitRow>,
  coming: ReadonlyMap<string, UnitLevel>,
): RowFault[] {
  const fault = (code: string): RowFault[] => [{ column: '上级代码', code }];
  if (parentCode === null) {
    if (!inSubtrees(scope, '/')) return fault('required');
    return mayStandUnder(level, null) ? [] : fault('unitLevelInvalid');
  }
  const parent = known.get(parentCode);
  const above = parent?.level ?? coming.get(parentCode);
  if (above === undefined || (parent && !inSubtrees(scope, parent.accessPath))) return fault('referenceUnknown');
  if (parent?.validTo) return fault('unitRetired');
  return mayStandUnder(level, above) ? [] : [{ column: '层级', code: 'unitLevelInvalid' }];
}
