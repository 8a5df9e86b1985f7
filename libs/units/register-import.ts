import { Injectable } from '@nestjs/common';
import { type Db, isReferenced } from '#platform/database';
import { type ImportJob, type ParsedRow, type RowEffect, type RowFault, type RowOutcome } from '#platform/imports';
import { Refusal } from '#platform/refusal';
import { registerKey, type RegisterFields, type RegisterRow } from './register.js';
import { type Keeping } from './register-keeper.js';
import { inSubtrees, type Subtrees } from './subtrees.js';
import { UnitRepository } from './unit.repository.js';

/** How rows of a sheet with the columns `code`, `name` and `unitCode` become rows of a register. */
export interface RegisterSheet<Row extends RegisterRow> {
  keeping: Keeping<Row>;
  codeTitle: string;
  /** What the sender may manage. */
  scope: Subtrees;
  /** The fields that the row names, beyond its code, name and unit, with what is wrong with what they refer to. */
  read(row: ParsedRow): { fields: RegisterFields<Row>; faults: RowFault[] };
  /** Rows of one code come in several chunks. */
  continued?: boolean;
}

export interface RegisterLine<Row extends RegisterRow> {
  row: ParsedRow;
  fields: RegisterFields<Row>;
  before: Row | null;
  outcome: RowOutcome;
}

/** What the registers' importers have in common; its statements do not depend on the number of rows. */
@Injectable()
export class RegisterImport {
  constructor(private readonly units: UnitRepository) {}

  /** Faults: referenceUnknown, unitRetired, unitLevelInvalid, alreadyExists (the code is another's, out of scope), repeated. */
  async judge<Row extends RegisterRow>(
    db: Db,
    job: ImportJob,
    sheet: RegisterSheet<Row>,
    rows: readonly ParsedRow[],
  ): Promise<RegisterLine<Row>[]> {
    const { noun, register, levels } = sheet.keeping;
    const units = await this.units.byCodes(db, [...new Set(rows.map((row) => row.values.unitCode as string))]);
    const codes = rows.map((row) => row.values.code as string);
    const known = await register.byCodes(db, [...new Set(codes)], job.mode === 'apply');
    const seen = seenCodes(job, noun);
    return rows.map((row, i) => {
      const { fields, faults } = sheet.read(row);
      const code = codes[i]!;
      const before = known.get(registerKey(code)) ?? null;
      const unit = units.get(row.values.unitCode as string);
      const unitFault = (word: string): void => void faults.push({ column: '单位代码', code: word });
      if (!unit || !inSubtrees(sheet.scope, unit.accessPath)) unitFault('referenceUnknown');
      else if (levels && !levels.includes(unit.level)) unitFault('unitLevelInvalid');
      else if (unit.validTo && before?.unitId !== unit.id) unitFault('unitRetired');
      if (before && !inSubtrees(sheet.scope, before.accessPath)) faults.push({ column: sheet.codeTitle, code: 'alreadyExists' });
      else if (!sheet.continued && seen.has(registerKey(code))) faults.push({ column: sheet.codeTitle, code: 'repeated' });
      const outcome: RowOutcome = { position: row.position, verdict: 'faulty', faults };
      if (faults.length > 0 || !unit) return { row, fields, before, outcome };
      seen.add(registerKey(code));
      const whole = { ...fields, name: row.values.name as string, unitId: unit.id } as RegisterFields<Row>;
      outcome.verdict = !before ? 'create' : same(before, whole) ? 'unchanged' : 'update';
      // A code keeps the letters it was first written with.
      return { row, fields: { ...whole, code: before?.code ?? code }, before, outcome };
    });
  }

  /** Does what was judged and notes the effects. */
  async write<Row extends RegisterRow>(
    db: Db,
    job: ImportJob,
    { noun, register }: Keeping<Row>,
    lines: readonly RegisterLine<Row>[],
  ): Promise<void> {
    const created = lines.filter(({ outcome }) => outcome.verdict === 'create');
    const updated = lines.filter(({ outcome }) => outcome.verdict === 'update');
    await register.insertMany(
      db,
      created.map(({ fields }) => fields),
    );
    const fresh = await register.byCodes(
      db,
      created.map(({ fields }) => fields.code!),
    );
    const idOf = ({ fields }: RegisterLine<Row>): number => fresh.get(registerKey(fields.code!))!.id;
    await register.writeParts(
      db,
      created.map((line) => ({ id: idOf(line), fields: line.fields })),
    );
    await register.replaceMany(
      db,
      updated.map(({ before, fields }) => ({ ...before!, ...fields, version: before!.version + 1 })),
    );
    for (const { before, fields } of [...created, ...updated])
      for (const unit of [before?.unitId, fields.unitId]) if (unit) job.units.add(unit);
    for (const line of created) line.outcome.effects = [{ noun, id: idOf(line), did: 'created', version: 1 }];
    for (const { before, outcome } of updated) {
      const { id, version, ...rest } = before!;
      outcome.effects = [{ noun, id, did: 'updated', before: rest, version: version + 1 }];
    }
  }

  /** Undoes those of the effects that are of this noun, newest first. @throws Refusal importInUse */
  async undo<Row extends RegisterRow>(db: Db, { noun, register }: Keeping<Row>, effects: readonly RowEffect[]): Promise<void> {
    const newest = new Map<number, RowEffect>();
    const oldest = new Map<number, RowEffect>();
    for (const effect of effects.filter((one) => one.noun === noun)) {
      const id = Number(effect.id);
      if (!newest.has(id)) newest.set(id, effect);
      oldest.set(id, effect);
    }
    const now = await register.byIds(db, [...newest.keys()], true);
    for (const [id, effect] of newest)
      if (now.get(id)?.version !== effect.version) throw new Refusal('importInUse', { [noun]: String(id) });
    const entries = [...oldest];
    const restored = entries.filter(([, effect]) => effect.did === 'updated');
    await register.replaceMany(
      db,
      restored.map(([id, effect]) => ({ ...now.get(id)!, ...effect.before, version: effect.version! - 1 })),
    );
    const removed = entries.filter(([, effect]) => effect.did === 'created').map(([id]) => id);
    await register.remove(db, removed).catch((error: unknown) => {
      throw isReferenced(error) ? new Refusal('importInUse', { noun }) : error;
    });
  }
}

/** The codes, by `registerKey`, of the rows of this pass that are not faulty: later rows may refer to them. */
export function seenCodes(job: ImportJob, noun: string): Set<string> {
  const seen = (job.state.get(noun) as Set<string> | undefined) ?? new Set<string>();
  job.state.set(noun, seen);
  return seen;
}

const same = (before: object, fields: object): boolean =>
  Object.entries(fields).every(
    ([field, value]) => value === undefined || JSON.stringify(value) === JSON.stringify((before as Record<string, unknown>)[field]),
  );

/** The named columns of a row that its sheet has. */
export const namedValues = (row: ParsedRow, keys: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(keys.filter((key) => key in row.values).map((key) => [key, row.values[key]]));
