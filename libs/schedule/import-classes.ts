import { Injectable } from '@nestjs/common';
import { scopeOf } from '#access';
import { type Db } from '#platform/database';
import { type Importer, type ImportJob, type ParsedRow, type RowEffect, type RowOutcome } from '#platform/imports';
import { classSheet, timetableSheet } from './class-sheet.js';
import { ClassLines, type Moves, sessionPlace } from './class-lines.js';
import { ScheduleUndo } from './schedule-undo.js';
import { TimetableLines } from './timetable-lines.js';

/** Classes and their timetable. A class that has run is not changed by a file; its sessions still may be added until it ends. */
@Injectable()
export class ImportClasses implements Importer {
  readonly kind = 'classes';
  readonly permission = 'classes.manage';
  readonly sheets = [classSheet, timetableSheet];

  constructor(
    private readonly classes: ClassLines,
    private readonly timetable: TimetableLines,
    private readonly undo: ScheduleUndo,
  ) {}

  judge(db: Db, job: ImportJob, rows: readonly ParsedRow[]): Promise<RowOutcome[]> {
    return this.settle(db, job, rows);
  }

  apply(db: Db, job: ImportJob, rows: readonly ParsedRow[]): Promise<RowOutcome[]> {
    return this.settle(db, job, rows);
  }

  revert(db: Db, job: ImportJob, effects: readonly RowEffect[]): Promise<void> {
    return this.undo.run(db, job.ctx, effects);
  }

  private async settle(db: Db, job: ImportJob, rows: readonly ParsedRow[]): Promise<RowOutcome[]> {
    const lessons = rowsOf(rows, timetableSheet);
    const moves = movesOf(lessons);
    if (lessons.length === 0 || lessons.length === rows.length) return this.pass(db, job, rows, moves);
    // A class follows its sessions to other dates; it does not leave one behind whose row is faulty, which only a trial tells.
    const tried = await this.pass(db, { ...job, mode: 'judge', state: copyOf(job.state) }, rows, moves);
    const faulty = new Set(tried.filter((one) => one.verdict === 'faulty').map((one) => one.position));
    return this.pass(db, job, rows, movesOf(lessons.filter((row) => !faulty.has(row.position))));
  }

  private async pass(db: Db, job: ImportJob, rows: readonly ParsedRow[], moves: Moves): Promise<RowOutcome[]> {
    const scope = scopeOf(job.ctx, this.permission);
    const classes = await this.classes.settle(db, job, scope, { rows: rowsOf(rows, classSheet), moves });
    return [...classes, ...(await this.timetable.settle(db, job, scope, rowsOf(rows, timetableSheet)))];
  }
}

const rowsOf = (rows: readonly ParsedRow[], format: typeof classSheet): ParsedRow[] => rows.filter((row) => row.format === format);

const movesOf = (lessons: readonly ParsedRow[]): Moves =>
  new Map(lessons.map(({ values }) => [sessionPlace(values.classCode as string, values.code as string), values.date as string] as const));

/** What a trial remembers must not be remembered by what comes after it. */
const copyOf = (state: ImportJob['state']): ImportJob['state'] =>
  new Map(
    [...state].map(([what, known]) => [what, known instanceof Set ? new Set<unknown>(known) : new Map(known as Map<string, unknown>)]),
  );
