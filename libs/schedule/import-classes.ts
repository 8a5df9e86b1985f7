import { Injectable } from '@nestjs/common';
import { scopeOf } from '#access';
import { type Db } from '#platform/database';
import { type Importer, type ImportJob, type ParsedRow, type RowEffect, type RowOutcome } from '#platform/imports';
import { classSheet, timetableSheet } from './class-sheet.js';
import { ClassLines } from './class-lines.js';
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
    const scope = scopeOf(job.ctx, this.permission);
    const of = (format: typeof classSheet): ParsedRow[] => rows.filter((row) => row.format === format);
    const classes = await this.classes.settle(db, job, scope, of(classSheet));
    return [...classes, ...(await this.timetable.settle(db, job, scope, of(timetableSheet)))];
  }
}
