import { Injectable } from '@nestjs/common';
import { scopeOf } from '#access';
import { type DayPart, headCountLimit } from '#contract';
import { type Db } from '#platform/database';
import { cells, type Importer, type ImportJob, type ParsedRow, type RowEffect, type RowOutcome } from '#platform/imports';
import { dayPartWords, noteUnitsOfSessions, ScheduleUndo, type SettledLesson, VillageClasses, type VillageLesson } from '#schedule';
import { normaliseUnitCode } from '#units';
import { headCountWords, headsFact, outcomeOf } from './import-attendance.js';
import { ImportedFacts } from './imported-facts.repository.js';
import { ReceiveMarks } from './receive-marks.js';
import { recordDateFault } from './record-date.policy.js';

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
      name: 'lessons',
      columns: [
        { key: 'code', title: '课次编号', required: true, parse: cells.code() },
        { key: 'villageCode', title: '村代码', required: true, parse: (text: string) => normaliseUnitCode(cells.code(20)(text)) },
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
    private readonly undo: ScheduleUndo,
    private readonly imported: ImportedFacts,
    private readonly receive: ReceiveMarks,
  ) {}

  judge(db: Db, job: ImportJob, rows: readonly ParsedRow[]): Promise<RowOutcome[]> {
    return this.take(db, job, rows);
  }

  apply(db: Db, job: ImportJob, rows: readonly ParsedRow[]): Promise<RowOutcome[]> {
    return this.take(db, job, rows);
  }

  /** Head counts first, then lessons and classes that nothing else stands on. */
  async revert(db: Db, job: ImportJob, effects: readonly RowEffect[]): Promise<void> {
    await this.imported.remove(db, job.ctx, effects);
    await this.undo.run(db, job.ctx, effects);
  }

  private async take(db: Db, job: ImportJob, all: readonly ParsedRow[]): Promise<RowOutcome[]> {
    const scope = scopeOf(job.ctx, this.permission);
    // Before anything is put anywhere: what a faulty row asks for must not be made.
    const outcomes = all.flatMap(({ position, values }): RowOutcome[] => {
      const fault = recordDateFault(job, values.recordedOn, values.date as string);
      return fault ? [{ position, verdict: 'faulty', faults: [fault] }] : [];
    });
    const forbidden = new Set(outcomes.map(({ position }) => position));
    const rows = all.filter(({ position }) => !forbidden.has(position));
    const settled = await this.villages.settle(db, job, scope, rows.map(lessonOf));
    const standing: Standing[] = [];
    rows.forEach((row, i) => {
      const at = settled[i]!;
      if (at.fault) outcomes.push({ position: row.position, verdict: 'faulty', faults: [at.fault] });
      // A lesson that is only to be made has no session yet: its head count is new as well.
      else if (at.sessionId === null) outcomes.push({ position: row.position, verdict: 'create' });
      else standing.push({ row, at });
    });
    outcomes.push(...(await this.count(db, job, standing)));
    if (job.mode === 'apply') await noteUnitsOfSessions(db, job, outcomes);
    return outcomes;
  }

  private async count(db: Db, job: ImportJob, standing: readonly Standing[]): Promise<RowOutcome[]> {
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
      tryOnly: job.mode === 'judge',
    });
    return prepared.map((one, i) => {
      const outcome = outcomeOf(one, verdicts[i]!);
      const { did, effects } = one.at;
      if (did === 'nothing') return outcome;
      // The lesson itself is made or changed, whatever becomes of its head count.
      return { ...outcome, verdict: did === 'created' ? 'create' : 'update', effects: [...effects, ...(outcome.effects ?? [])] };
    });
  }
}

interface Standing {
  row: ParsedRow;
  at: SettledLesson;
}

function lessonOf({ values }: ParsedRow): VillageLesson {
  const text = (key: string): string | null => (values[key] as string | null | undefined) ?? null;
  return {
    code: text('code')!,
    villageCode: text('villageCode')!,
    date: text('date')!,
    dayPart: text('dayPart') as DayPart,
    topic: text('topic')!,
    place: text('place'),
    instructorCode: text('instructorCode'),
    instructorName: text('instructorName'),
  };
}
