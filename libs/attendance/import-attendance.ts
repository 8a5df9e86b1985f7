import { Injectable } from '@nestjs/common';
import { scopeOf } from '#access';
import { type AttendanceStatus, type HeadCountMethod, type MarkMethod, type Verdict, headCountLimit } from '#contract';
import { type Db } from '#platform/database';
import { cells, type Importer, type ImportJob, type ParsedRow, type RowEffect, type RowFault, type RowOutcome } from '#platform/imports';
import { classMarkedBy, type KnownSession, noteUnitsOfSessions, sessionKey, TimetableLookup } from '#schedule';
import { registerKey } from '#units';
import { factId } from './fact-id.js';
import { ImportedFacts } from './imported-facts.repository.js';
import { ReceiveMarks } from './receive-marks.js';
import { recordDateFault } from './record-date.policy.js';

export const statusWords: Record<string, AttendanceStatus> = {
  到: 'present',
  迟到: 'late',
  早退: 'leftEarly',
  请假: 'onLeave',
  缺勤: 'absent',
};
const methodWords: Record<string, MarkMethod> = { 纸质: 'paper', 代为登记: 'assisted', 补录: 'lateEntry' };
export const headCountWords: Record<string, HeadCountMethod> = { 清点: 'counted', 估计: 'estimated' };

const place = [
  { key: 'classCode', title: '班次编号', required: true, parse: cells.code() },
  { key: 'sessionCode', title: '课次编号', required: true, parse: cells.code() },
];
const recordDate = { key: 'recordedOn', title: '登记日期', parse: cells.date() };

/** A fact ready to be received, with the row it came from. */
interface Prepared {
  row: ParsedRow;
  sheet: 'marks' | 'headCounts';
  fact: { id: string; sessionId: string; replaces?: string[] } & Record<string, unknown>;
  recordedOn: string | null;
}

/**
 * Signed sheets and counted heads of sessions that are there. A row's id is made of its content: the same row twice is the same
 * fact, a corrected row replaces what was imported for that person before.
 */
@Injectable()
export class ImportAttendance implements Importer {
  readonly kind = 'attendance';
  readonly permission = 'attendance.settle';
  readonly sheets = [
    {
      name: 'marks',
      sheet: '签到',
      columns: [
        ...place,
        { key: 'personCode', title: '人员编号', required: true, parse: cells.code() },
        { key: 'name', title: '姓名', parse: cells.text(60) },
        { key: 'status', title: '状态', required: true, parse: cells.oneOf(statusWords) },
        { key: 'slot', title: '点名', parse: cells.wholeNumber(1, 20) },
        { key: 'method', title: '登记方式', parse: cells.oneOf(methodWords) },
        { key: 'reason', title: '事由', parse: cells.text(100) },
        { key: 'witness', title: '见证人', parse: cells.text(60) },
        { key: 'viewingPoint', title: '收看点', parse: cells.text(100) },
        recordDate,
        { key: 'note', title: '备注', parse: cells.text(200) },
      ],
    },
    {
      name: 'headCounts',
      sheet: '清点',
      columns: [
        ...place,
        { key: 'viewingPoint', title: '收看点', parse: cells.text(100) },
        { key: 'count', title: '人数', required: true, parse: cells.wholeNumber(0, headCountLimit) },
        { key: 'countMethod', title: '清点方式', required: true, parse: cells.oneOf(headCountWords) },
        { key: 'countedBy', title: '清点人', required: true, parse: cells.text(60) },
        recordDate,
        { key: 'note', title: '备注', parse: cells.text(200) },
      ],
    },
  ];

  constructor(
    private readonly timetable: TimetableLookup,
    private readonly imported: ImportedFacts,
    private readonly receive: ReceiveMarks,
  ) {}

  judge(db: Db, job: ImportJob, rows: readonly ParsedRow[]): Promise<RowOutcome[]> {
    return this.take(db, job, rows);
  }

  apply(db: Db, job: ImportJob, rows: readonly ParsedRow[]): Promise<RowOutcome[]> {
    return this.take(db, job, rows);
  }

  revert(db: Db, job: ImportJob, effects: readonly RowEffect[]): Promise<void> {
    return this.imported.remove(db, job.ctx, effects);
  }

  private async take(db: Db, job: ImportJob, rows: readonly ParsedRow[]): Promise<RowOutcome[]> {
    const { prepared, settled } = await this.prepare(db, job, rows);
    const facts = prepared.map((one) => one.fact);
    await this.imported.nameReplaced(db, facts, 'marks');
    await this.imported.nameReplaced(db, facts, 'headCounts');
    const of = (sheet: Prepared['sheet']): Prepared[] => prepared.filter((one) => one.sheet === sheet);
    const verdicts = await this.receive.within(db, job.ctx, {
      marks: of('marks').map((one) => one.fact),
      headCounts: of('headCounts').map((one) => one.fact),
      origin: 'import',
      recordedOn: new Map(prepared.flatMap((one) => (one.recordedOn === null ? [] : [[one.fact.id, one.recordedOn] as const]))),
      tryOnly: job.mode === 'judge',
    });
    const outcomes = [...of('marks'), ...of('headCounts')].map((one, i) => outcomeOf(one, verdicts[i]!));
    if (job.mode === 'apply') await noteUnitsOfSessions(db, job, outcomes);
    return [...settled, ...outcomes];
  }

  /** Rows as facts; `settled` are those that need no more judging. */
  private async prepare(db: Db, job: ImportJob, rows: readonly ParsedRow[]): Promise<{ prepared: Prepared[]; settled: RowOutcome[] }> {
    const text = (row: ParsedRow, key: string): string => row.values[key] as string;
    const codes = [...new Set(rows.map((row) => text(row, 'classCode')))];
    const brought = classMarkedBy(scopeOf(job.ctx, this.permission), job.ctx.user?.id ?? null);
    const classes = await this.timetable.classes(db, brought, codes);
    const classOf = (row: ParsedRow): number | undefined => classes.get(registerKey(text(row, 'classCode')))?.id;
    const wanted = rows.flatMap((row) => {
      const classId = classOf(row);
      return classId === undefined ? [] : [{ classId, code: text(row, 'sessionCode') }];
    });
    const sessions = await this.timetable.sessions(db, wanted);
    const people = await this.imported.peopleByCode(
      db,
      scopeOf(job.ctx, this.permission),
      [...new Set(rows.flatMap((row) => (row.values.personCode as string | undefined) ?? []))],
      [...classes.values()].map((one) => one.id),
    );
    const said = saidAlready(job);
    const prepared: Prepared[] = [];
    const settled: RowOutcome[] = [];
    for (const row of rows) {
      const { position } = row;
      const classId = classOf(row);
      const session = classId === undefined ? undefined : sessions.get(sessionKey(classId, text(row, 'sessionCode')));
      const person = row.values.personCode ? people.get(registerKey(text(row, 'personCode'))) : undefined;
      const faults = this.faults(job, row, classId !== undefined, session, person);
      if (faults.length > 0) {
        settled.push({ position, verdict: 'faulty', faults });
        continue;
      }
      const one = row.format.name === 'headCounts' ? headCountFact(row, session!) : markFact(row, session!, person!.id);
      const place = placeOf(one);
      const before = said.get(place);
      said.set(place, before ?? one.fact.id);
      // One file says one thing about a person at a roll call: of two different rows nobody knows which is meant.
      if (before === undefined) prepared.push(one);
      else if (before === one.fact.id) settled.push({ position, verdict: 'unchanged' });
      else
        settled.push({
          position,
          verdict: 'faulty',
          faults: [{ column: one.sheet === 'marks' ? '人员编号' : '课次编号', code: 'repeated' }],
        });
    }
    return { prepared, settled };
  }

  private faults(
    job: ImportJob,
    row: ParsedRow,
    classKnown: boolean,
    session: KnownSession | undefined,
    person: { name: string } | undefined,
  ): RowFault[] {
    if (!classKnown) return [{ column: '班次编号', code: 'referenceUnknown' }];
    if (!session) return [{ column: '课次编号', code: 'referenceUnknown' }];
    const faults: RowFault[] = [];
    const point = row.values.viewingPoint as string | null | undefined;
    if (point && !session.viewingPoints.has(point)) faults.push({ column: '收看点', code: 'referenceUnknown' });
    const dateFault = recordDateFault(job, row.values.recordedOn, session.date);
    if (dateFault) faults.push(dateFault);
    if (row.format.name === 'headCounts') return faults;
    if (!person) faults.push({ column: '人员编号', code: 'referenceUnknown' });
    else if (row.values.name && row.values.name !== person.name) faults.push({ column: '姓名', code: 'nameMismatch' });
    return faults;
  }
}

const given = (fields: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== null));

const placeOf = ({ sheet, fact }: Prepared): string =>
  sheet === 'marks' ? `${fact.sessionId}/${fact.slot}/${fact.personId}` : `${fact.sessionId}/heads/${fact.viewingPointId ?? 0}`;

/** What earlier rows of the file said, by place. */
function saidAlready(job: ImportJob): Map<string, string> {
  const said = (job.state.get('said') as Map<string, string> | undefined) ?? new Map<string, string>();
  job.state.set('said', said);
  return said;
}

function markFact(row: ParsedRow, session: KnownSession, personId: number): Prepared {
  const { slot, status, method, reason, witness, note, viewingPoint, recordedOn } = row.values;
  const point = viewingPoint ? session.viewingPoints.get(viewingPoint as string) : undefined;
  const fact = {
    id: factId(['mark', session.id, slot ?? 1, personId, status, method ?? 'import', reason, witness, note, point]),
    sessionId: String(session.id),
    slot: (slot as number | null) ?? 1,
    personId: String(personId),
    status,
    method: method ?? 'import',
    at: `${session.date}T00:00:00.000Z`,
    ...given({ reason, witness, note, viewingPointId: point && String(point) }),
  };
  return { row, sheet: 'marks', fact, recordedOn: (recordedOn as string | null | undefined) ?? null };
}

function headCountFact(row: ParsedRow, session: KnownSession): Prepared {
  const { count, countMethod, countedBy, note, viewingPoint, recordedOn } = row.values;
  const point = viewingPoint ? session.viewingPoints.get(viewingPoint as string) : undefined;
  return {
    row,
    sheet: 'headCounts',
    fact: headsFact(session, { count, countMethod, countedBy, note, point }),
    recordedOn: (recordedOn as string | null | undefined) ?? null,
  };
}

/** A head count that replaces what was imported for the same place before. */
export const headsFact = (
  session: { id: number; date: string },
  said: Record<'count' | 'countMethod' | 'countedBy' | 'note' | 'point', unknown>,
): Prepared['fact'] => ({
  id: factId(['heads', session.id, said.point, said.count, said.countMethod, said.countedBy, said.note]),
  sessionId: String(session.id),
  mode: 'replace',
  count: said.count,
  method: said.countMethod,
  countedBy: said.countedBy,
  at: `${session.date}T00:00:00.000Z`,
  ...given({ note: said.note, viewingPointId: said.point && String(said.point) }),
});

export function outcomeOf(one: Prepared, { verdict, code }: Verdict): RowOutcome {
  const { position } = one.row;
  if (verdict === 'already') return { position, verdict: 'unchanged' };
  if (verdict === 'refused' || verdict === 'conflict') return { position, verdict: 'faulty', faults: [{ code: code ?? 'markMalformed' }] };
  const noun = one.sheet === 'marks' ? 'mark' : 'headCount';
  return {
    position,
    verdict: one.fact.replaces?.length ? 'update' : 'create',
    ...(code && { faults: [{ code }] }),
    effects: [{ noun, id: one.fact.id, within: { noun: 'session', id: Number(one.fact.sessionId) }, did: 'created' }],
  };
}
