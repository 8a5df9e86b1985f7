import { Injectable } from '@nestjs/common';
import { scopeOf } from '#access';
import { MoveInvitedAccounts } from '#accounts';
import { type Engagement, type InstructorTag } from '#contract';
import { type Db } from '#platform/database';
import { cells, type Importer, type ImportJob, type ParsedRow, type RowEffect, type RowFault, type RowOutcome } from '#platform/imports';
import { Refusal } from '#platform/refusal';
import {
  inSubtrees,
  namedValues,
  normaliseUnitCode,
  type RegisterFields,
  RegisterImport,
  registerKey,
  type RegisterLine,
  UnitRepository,
} from '#units';
import { InstructorRepository, type InstructorRow, keepInstructors } from './instructor.repository.js';

const engagementWords: Record<string, Engagement> = { 专职: 'fullTime', 兼职: 'partTime', 外聘: 'guest' };
const tagWords: Record<string, InstructorTag> = {
  优秀党员: 'outstandingMember',
  土专家: 'localExpert',
  果秀才: 'orchardExpert',
  乡贤: 'respectedLocal',
  能人: 'capablePerson',
};
const tagsOf = cells.list(cells.oneOf(tagWords));

/** Teachers by their code. An empty cell clears what stood there; a column that is not in the file leaves it. */
@Injectable()
export class ImportInstructors implements Importer {
  readonly kind = 'instructors';
  readonly permission = 'catalogue.manage';
  readonly sheets = [
    {
      name: 'instructors',
      columns: [
        { key: 'code', title: '教师编号', required: true, parse: cells.code() },
        { key: 'name', title: '姓名', required: true, parse: cells.text(60) },
        { key: 'unitCode', title: '单位代码', required: true, parse: normaliseUnitCode },
        { key: 'engagement', title: '聘用形式', required: true, parse: cells.oneOf(engagementWords) },
        { key: 'title', title: '职称', parse: cells.text(60) },
        { key: 'organisation', title: '工作单位', parse: cells.text(100) },
        { key: 'specialty', title: '专长', parse: cells.text(200) },
        { key: 'tags', title: '标签', parse: (text: string) => tagsOf(text).sort() },
        { key: 'personCode', title: '人员编号', parse: cells.code() },
      ],
    },
  ];

  constructor(
    private readonly registers: RegisterImport,
    private readonly units: UnitRepository,
    private readonly instructors: InstructorRepository,
    private readonly accounts: MoveInvitedAccounts,
  ) {}

  async judge(db: Db, job: ImportJob, rows: readonly ParsedRow[]): Promise<RowOutcome[]> {
    return (await this.lines(db, job, rows)).map(({ outcome }) => outcome);
  }

  async apply(db: Db, job: ImportJob, rows: readonly ParsedRow[]): Promise<RowOutcome[]> {
    const lines = await this.lines(db, job, rows);
    await this.registers.write(db, job, keepInstructors(this.instructors), lines);
    const moved = lines.filter(({ before, fields, outcome }) => outcome.verdict === 'update' && before!.unitId !== fields.unitId);
    await this.accounts.within(
      db,
      job.ctx,
      moved.map(({ before }) => before!.id),
    );
    return lines.map(({ outcome }) => outcome);
  }

  async revert(db: Db, { ctx }: ImportJob, effects: readonly RowEffect[]): Promise<void> {
    await this.registers.undo(db, keepInstructors(this.instructors), effects);
    const created = effects.filter((effect) => effect.did === 'created').map((effect) => Number(effect.id));
    // Asked once they are locked: an account that is just being made is waited for.
    const inUse = await this.instructors.oneWithAccount(db, created);
    if (inUse !== null) throw new Refusal('importInUse', { instructor: String(inUse) });
    const updated = effects.filter((effect) => effect.did === 'updated').map((effect) => Number(effect.id));
    await this.accounts.within(db, ctx, updated);
  }

  private async lines(db: Db, job: ImportJob, rows: readonly ParsedRow[]): Promise<RegisterLine<InstructorRow>[]> {
    const scope = scopeOf(job.ctx, 'catalogue.manage');
    const shared = await this.units.countyWide(db, scope);
    const codes = rows.map((row) => row.values.personCode as string | null | undefined).filter((code) => code != null);
    const people = await this.instructors.peopleByCodes(db, [...new Set(codes)]);
    const read = (row: ParsedRow): { fields: RegisterFields<InstructorRow>; faults: RowFault[] } => {
      const fields = namedValues(row, ['engagement', 'title', 'organisation', 'specialty']) as RegisterFields<InstructorRow>;
      const faults: RowFault[] = [];
      if ('tags' in row.values) fields.tags = (row.values.tags as InstructorTag[] | null) ?? [];
      const code = row.values.personCode as string | null | undefined;
      if (code === undefined) return { fields, faults };
      const person = code === null ? null : people.get(registerKey(code));
      if (code !== null && (!person || !inSubtrees(shared, person.accessPath)))
        faults.push({ column: '人员编号', code: 'referenceUnknown' });
      else if (person && person.name !== row.values.name) faults.push({ column: '姓名', code: 'nameMismatch' });
      fields.personId = person?.id ?? null;
      return { fields, faults };
    };
    return this.registers.judge(db, job, { keeping: keepInstructors(this.instructors), codeTitle: '教师编号', scope, read }, rows);
  }
}
