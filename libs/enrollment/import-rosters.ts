import { Injectable } from '@nestjs/common';
import { scopeOf } from '#access';
import { today } from '#platform/clock';
import { type Db } from '#platform/database';
import { cells, type Importer, type ImportJob, type ParsedRow, type RowEffect, type RowFault, type RowOutcome } from '#platform/imports';
import { ClassFactsChanged, classManagedIn, hasEnded, type KnownClass, noteUnits, TimetableLookup } from '#schedule';
import { registerKey } from '#units';
import { rosterLimit } from './enroll-people.js';
import { ByPair, type Enrolled, enrolledId, RosterLinesRepository } from './roster-lines.repository.js';

interface Line {
  wanted: Enrolled | null;
  before: Enrolled | null;
  outcome: RowOutcome;
}

interface Around {
  classes: Map<string, KnownClass>;
  people: Map<string, { id: number; name: string }>;
  known: ByPair<Enrolled>;
  /** How long each roster is, with what this pass has put on it. */
  sizes: Map<number, number>;
  /** What this pass has met. */
  seen: ByPair<true>;
  today: string;
}

/** Rosters: who belongs to which class. A person who was taken off comes back; nobody is taken off by a file. */
@Injectable()
export class ImportRosters implements Importer {
  readonly kind = 'rosters';
  readonly permission = 'rosters.manage';
  readonly atOnce = 1_000;
  readonly sheets = [
    {
      name: 'rosters',
      columns: [
        { key: 'classCode', title: '班次编号', required: true, parse: cells.code() },
        { key: 'personCode', title: '人员编号', required: true, parse: cells.code() },
        { key: 'name', title: '姓名', parse: cells.text(60) },
        { key: 'rosterNo', title: '学号', parse: cells.wholeNumber(1, 9_999) },
        { key: 'team', title: '组别', parse: cells.text(40) },
      ],
    },
  ];

  constructor(
    private readonly timetable: TimetableLookup,
    private readonly lines: RosterLinesRepository,
    private readonly changed: ClassFactsChanged,
  ) {}

  judge(db: Db, job: ImportJob, rows: readonly ParsedRow[]): Promise<RowOutcome[]> {
    return this.settle(db, job, rows);
  }

  apply(db: Db, job: ImportJob, rows: readonly ParsedRow[]): Promise<RowOutcome[]> {
    return this.settle(db, job, rows);
  }

  /** People added go off the roster again and what was changed is put back, unless they were marked or changed since. */
  async revert(db: Db, job: ImportJob, effects: readonly RowEffect[]): Promise<void> {
    const classIds = await this.lines.undo(db, effects);
    await this.changed.announce(db, job.ctx, { classIds });
  }

  private async settle(db: Db, job: ImportJob, rows: readonly ParsedRow[]): Promise<RowOutcome[]> {
    const codes = (key: string): string[] => [...new Set(rows.map((row) => row.values[key] as string))];
    const managed = classManagedIn(scopeOf(job.ctx, this.permission));
    const classes = await this.timetable.classes(db, managed, codes('classCode'), job.mode === 'apply');
    // Only people whom the sender may see: a roster shows names, villages and last four.
    const people = await this.lines.people(db, scopeOf(job.ctx, 'people.read'), codes('personCode'));
    const pairs = rows.flatMap((row) => {
      const owner = classes.get(registerKey(row.values.classCode as string));
      const person = people.get(registerKey(row.values.personCode as string));
      return owner && person ? [{ class_id: owner.id, person_id: person.id }] : [];
    });
    const known = await this.lines.enrolled(db, pairs, job.mode === 'apply');
    const sizes = remembered(job, 'sizes', new Map<number, number>());
    const unsized = [...classes.values()].map((one) => one.id).filter((id) => !sizes.has(id));
    for (const [id, size] of await this.lines.sizes(db, unsized)) sizes.set(id, size);
    const seen = remembered(job, 'seen', new ByPair<true>());
    const around = { classes, people, known, sizes, seen, today: today() };
    const lines = rows.map((row) => judge(row, around));
    if (job.mode === 'apply') await this.write(db, job, lines);
    return lines.map(({ outcome }) => outcome);
  }

  private async write(db: Db, job: ImportJob, lines: readonly Line[]): Promise<void> {
    const written = lines.filter(({ outcome }) => outcome.verdict === 'create' || outcome.verdict === 'update');
    if (written.length === 0) return;
    await this.lines.write(
      db,
      written.map((line) => line.wanted!),
    );
    const back = written.flatMap(({ before }) => (before !== null && before.removed_on !== null ? [before] : []));
    const marked = await this.lines.marked(db, back);
    for (const { wanted, before, outcome } of written) {
      const within = { noun: 'class', id: wanted!.class_id };
      const made: RowEffect = { noun: 'enrollment', id: enrolledId(wanted!), within, did: 'created', version: 1 };
      outcome.effects = [
        before ? { ...made, did: 'updated', before: lineBefore(before, marked.get(wanted!)), version: before.version + 1 } : made,
      ];
    }
    const classIds = written.map(({ wanted }) => wanted!.class_id);
    await noteUnits(db, job, classIds);
    await this.changed.announce(db, job.ctx, { classIds });
  }
}

const lineBefore = ({ roster_no, team, enrolled_on, removed_on }: Enrolled, marks = 0): Record<string, unknown> => ({
  ...{ roster_no, team, enrolled_on, removed_on },
  ...(removed_on !== null && { marks }),
});

const remembered = <T>(job: ImportJob, what: string, fresh: T): T => {
  if (!job.state.has(what)) job.state.set(what, fresh);
  return job.state.get(what) as T;
};

function judge(row: ParsedRow, around: Around): Line {
  const { classes, people, known, sizes, seen } = around;
  const { position, values } = row;
  const owner = classes.get(registerKey(values.classCode as string));
  const person = people.get(registerKey(values.personCode as string));
  const faulty = (...faults: RowFault[]): Line => ({ wanted: null, before: null, outcome: { position, verdict: 'faulty', faults } });
  const faults: RowFault[] = [];
  if (!owner) faults.push({ column: '班次编号', code: 'referenceUnknown' });
  if (!person) faults.push({ column: '人员编号', code: 'referenceUnknown' });
  else if (values.name && values.name !== person.name) faults.push({ column: '姓名', code: 'nameMismatch' });
  if (!owner || !person || faults.length > 0) return faulty(...faults);
  const pair = { class_id: owner.id, person_id: person.id };
  const before = known.get(pair) ?? null;
  const onRoster = before !== null && before.removed_on === null;
  const wanted: Enrolled = {
    class_id: owner.id,
    person_id: person.id,
    roster_no: (values.rosterNo as number | null | undefined) ?? before?.roster_no ?? null,
    team: (values.team as string | null | undefined) ?? before?.team ?? null,
    enrolled_on: before && onRoster ? before.enrolled_on : around.today,
    removed_on: null,
    version: 1,
  };
  if (seen.get(pair)) return faulty({ column: '人员编号', code: 'repeated' });
  seen.set(pair, true);
  if (onRoster && before.roster_no === wanted.roster_no && before.team === wanted.team)
    return { wanted, before, outcome: { position, verdict: 'unchanged' } };
  if (hasEnded(owner.state)) return faulty({ column: '班次编号', code: 'classFinished' });
  if (!onRoster) {
    const size = (sizes.get(owner.id) ?? 0) + 1;
    if (size > rosterLimit) return faulty({ column: '班次编号', code: 'rosterTooLong', facts: { limit: rosterLimit } });
    sizes.set(owner.id, size);
  }
  return { wanted, before, outcome: { position, verdict: before ? 'update' : 'create' } };
}
