import { Injectable } from '@nestjs/common';
import { scopeOf } from '#access';
import { type DayPart } from '#contract';
import { type Db } from '#platform/database';
import { cells, type Importer, type ImportJob, type ParsedRow, type RowEffect, type RowFault, type RowOutcome } from '#platform/imports';
import { dayPartWords, VillageClasses, type VillageLesson } from '#schedule';
import { headCountWords, headsFact, outcomeOf } from './import-attendance.js';
import { ImportedFacts } from './imported-facts.repository.js';
import { headCountLimit } from './read-mark.js';
import { ReceiveMarks } from './receive-marks.js';

/**
 * Demonstration lessons as a town keeps them: each row is a lesson of its village's class of the year, with how many stood there.
 * The class is made when there is none.
 */
@Injectable()
export class ImportLessons implements Importer {
  readonly kind = 'lessons';
  readonly permission = 'classes.manage';
  readonly sheets = [
    {
      columns: [
        { key: 'code', title: '课次编号', required: true, parse: cells.code() },
        { key: 'villageCode', title: '村代码', required: true, parse: cells.code(20) },
        { key: 'date', title: '日期', required: true, parse: cells.date() },
        { key: 'dayPart', title: '时段', required: true, parse: cells.oneOf(dayPartWords) },
        { key: 'topic', title: '主题', required: true, parse: cells.text(120) },
        { key: 'instructorCode', title: '教师编号', parse: cells.code() },
        { key: 'instructorName', title: '教师姓名', parse: cells.text(60) },
        { key: 'place', title: '地点', parse: cells.text(120) },
        { key: 'count', title: '人数', required: true, parse: cells.wholeNumber(0, headCountLimit) },
        { key: 'countMethod', title: '清点方式', required: true, parse: cells.oneOf(headCountWords) },
        { key: 'countedBy', title: '清点人', required: true, parse: cells.text(60) },
        { key: 'recordedOn', title: '登记日期', parse: cells.date() },
        { key: 'note', title: '备注', parse: cells.text(200) },
      ],
    },
  ];

  constructor(
    private readonly villages: VillageClasses,
    private readonly imported: ImportedFacts,
    private readonly receive: ReceiveMarks,
  ) {}

  judge(db: Db, job: ImportJob, rows: readonly ParsedRow[]): Promise<RowOutcome[]> {
    return this.take(db, job, rows, true);
  }

  apply(db: Db, job: ImportJob, rows: readonly ParsedRow[]): Promise<RowOutcome[]> {
    return this.take(db, job, rows, false);
  }

  /** Head counts first, then lessons and classes that nothing else stands on. */
  async revert(db: Db, job: ImportJob, effects: readonly RowEffect[]): Promise<void> {
    await this.imported.remove(db, job.ctx, effects);
    await this.villages.undo(db, job.ctx, effects);
  }

  private async take(db: Db, job: ImportJob, rows: readonly ParsedRow[], tryOnly: boolean): Promise<RowOutcome[]> {
    const scope = scopeOf(job.ctx, this.permission);
    const lessons = rows.map((row): VillageLesson => {
      const { code, villageCode, date, dayPart, topic, place, instructorCode, instructorName } = row.values as Record<
        string,
        string | null | undefined
      >;
      return {
        code: code!,
        villageCode: villageCode!,
        date: date!,
        dayPart: dayPart as DayPart,
        topic: topic!,
        place: place ?? null,
        instructorCode: instructorCode ?? null,
        instructorName: instructorName ?? null,
      };
    });
    const settled = await this.villages.settle(db, job.ctx, scope, lessons, tryOnly);
    const outcomes: RowOutcome[] = [];
    const standing: { row: ParsedRow; at: (typeof settled)[number] & object }[] = [];
    rows.forEach((row, i) => {
      const at = settled[i]!;
      const faults: RowFault[] = at.fault ? [at.fault] : [];
      if (row.values.recordedOn && !job.recordDateAllowed) faults.push({ column: '登记日期', code: 'recordDateForbidden' });
      if (faults.length > 0) outcomes.push({ position: row.position, verdict: 'faulty', faults });
      // A lesson that is only to be made has no session yet: its head count is new as well.
      else if (at.sessionId === null) outcomes.push({ position: row.position, verdict: 'create' });
      else standing.push({ row, at });
    });
    return [...outcomes, ...(await this.count(db, job, standing, tryOnly))];
  }

  private async count(
    db: Db,
    job: ImportJob,
    standing: { row: ParsedRow; at: { sessionId: number | null; did: 'created' | 'updated' | 'nothing'; effects: RowEffect[] } }[],
    tryOnly: boolean,
  ): Promise<RowOutcome[]> {
    const prepared = standing.map(({ row, at }) => {
      const { count, countMethod, countedBy, note, recordedOn, date } = row.values;
      const fact = headsFact({ id: at.sessionId!, date: date as string }, { count, countMethod, countedBy, note, point: undefined });
      return { row, at, sheet: 'headCounts' as const, fact, recordedOn: (recordedOn as string | null | undefined) ?? null };
    });
    await this.imported.nameReplaced(
      db,
      prepared.map((one) => one.fact),
      'headCounts',
    );
    const verdicts = await this.receive.within(db, job.ctx, {
      marks: [],
      headCounts: prepared.map((one) => one.fact),
      origin: 'import',
      recordedOn: new Map(prepared.flatMap((one) => (one.recordedOn === null ? [] : [[one.fact.id, one.recordedOn] as const]))),
      tryOnly,
    });
    return prepared.map((one, i) => {
      const outcome = outcomeOf(one, verdicts[i]!);
      if (outcome.verdict === 'faulty' || one.at.did === 'nothing') return outcome;
      return {
        ...outcome,
        verdict: one.at.did === 'created' ? ('create' as const) : ('update' as const),
        effects: [...one.at.effects, ...(outcome.effects ?? [])],
      };
    });
  }
}
