import { monthOf } from '#platform/clock';
import { type ClassCount, type CountedHolding, type Where } from '../counting/counted.js';

/** Where a counted fact stands, as its row says it. */
interface PlacedRow {
  kind: string;
  month: number;
  trainee_unit_id: number;
  host_unit_id: number;
  venue_unit_id: number;
}
export interface ParticipationRow extends PlacedRow {
  counting_session_id: number;
  person_id: number;
  session_id: number;
  date: string;
  audience: string;
  female: number | null;
  minority: number | null;
  young: number | null;
  college: number | null;
}
export interface AttendanceRow extends PlacedRow {
  session_id: number;
  person_id: number;
  viewing_point_id: number;
  status: string;
  disputed: number;
  date: string;
  audience: string;
}
export interface DeclarationRow extends PlacedRow {
  session_id: number;
  viewing_point_id: number;
  date: string;
  declared: number;
  unverified: number;
  unidentified: number;
}
export interface HeldRow {
  measure: string;
  /** 0 for a batch. */
  session_id: number;
  kind: string;
  date: string;
  month: number;
  host_unit_id: number;
  venue_unit_id: number;
  /** JSON: pairs of trainee unit and audience, ascending. Host and venue were touched by the same audiences. */
  touched: string;
}
export interface LeftOutRow extends PlacedRow {
  session_id: number;
  reason: string;
  audience: string;
  facts: number;
}

/** What is kept of the count of one class, table by table, without its id. */
export interface CountedRows {
  participations: ParticipationRow[];
  attendances: AttendanceRow[];
  declarations: DeclarationRow[];
  held: HeldRow[];
  left_out: LeftOutRow[];
}
export type CountedTable = keyof CountedRows;

type Row = Record<string, unknown>;

const place = ['kind', 'month', 'trainee_unit_id', 'host_unit_id', 'venue_unit_id'];
/** By which columns a row of a class is told from its others, and the rest. */
export const countedTables: Record<CountedTable, { key: string[]; columns: string[] }> = {
  participations: {
    key: ['counting_session_id', 'person_id'],
    columns: ['session_id', 'date', 'audience', 'female', 'minority', 'young', 'college', ...place],
  },
  attendances: { key: ['session_id', 'person_id'], columns: ['viewing_point_id', 'status', 'disputed', 'date', 'audience', ...place] },
  declarations: { key: ['session_id', 'viewing_point_id'], columns: ['date', 'declared', 'unverified', 'unidentified', ...place] },
  held: { key: ['measure', 'session_id'], columns: ['kind', 'date', 'month', 'host_unit_id', 'venue_unit_id', 'touched'] },
  left_out: {
    key: ['session_id', 'reason', 'audience', 'trainee_unit_id'],
    columns: ['facts', 'kind', 'month', 'host_unit_id', 'venue_unit_id'],
  },
};
export const countedTableNames = Object.keys(countedTables) as CountedTable[];

export const noRows = (): CountedRows => ({ participations: [], attendances: [], declarations: [], held: [], left_out: [] });

const bit = (value: boolean | null): number | null => (value === null ? null : Number(value));

/** The count of a class as rows. */
export function rowsOf(count: ClassCount): CountedRows {
  const { kind } = count;
  const placed = (one: { where: Where; date: string }) => ({
    kind,
    month: monthOf(one.date),
    trainee_unit_id: one.where.trainee,
    host_unit_id: one.where.host,
    venue_unit_id: one.where.venue,
  });
  return {
    participations: count.personTimes.map((one) => ({
      counting_session_id: one.countingSessionId,
      person_id: one.personId,
      session_id: one.sessionId,
      date: one.date,
      audience: one.audience,
      female: bit(one.female),
      minority: bit(one.minority),
      young: bit(one.young),
      college: bit(one.college),
      ...placed(one),
    })),
    attendances: count.attendances.map((one) => ({
      session_id: one.sessionId,
      person_id: one.personId,
      viewing_point_id: one.place,
      status: one.status,
      disputed: Number(one.disputed),
      date: one.date,
      audience: one.audience,
      ...placed(one),
    })),
    declarations: count.declarations.map((one) => ({
      session_id: one.sessionId,
      viewing_point_id: one.place,
      date: one.date,
      declared: one.declared,
      unverified: one.unverified,
      unidentified: one.unidentified,
      ...placed(one),
    })),
    held: count.holdings.map((one) => ({
      measure: one.measure,
      session_id: one.sessionId,
      kind,
      date: one.date,
      month: monthOf(one.date),
      host_unit_id: one.host,
      venue_unit_id: one.venue,
      touched: touchedText(one.touched),
    })),
    left_out: count.leftOut.map((one) => ({
      session_id: one.sessionId,
      reason: one.reason,
      audience: one.audience,
      facts: one.facts,
      ...placed(one),
    })),
  };
}

const touchedText = (touched: CountedHolding['touched']): string =>
  JSON.stringify(
    touched
      .map(({ unitId, audience }): [number, string] => [unitId, audience])
      .sort(([unitA, a], [unitB, b]) => unitA - unitB || (a < b ? -1 : a > b ? 1 : 0)),
  );

/** What a class had and has no longer, and what it has now and had not; a row that changed is in both. */
export function difference(before: CountedRows, after: CountedRows): { gone: CountedRows; fresh: CountedRows } {
  const [gone, fresh] = [noRows(), noRows()];
  for (const table of countedTableNames) {
    const { key, columns } = countedTables[table];
    const name = (row: Row): string => key.map((column) => row[column]).join(' ');
    const had = new Map((before[table] as unknown as Row[]).map((row) => [name(row), row]));
    for (const row of after[table] as unknown as Row[]) {
      const same = had.size > 0 ? had.get(name(row)) : undefined;
      if (same) had.delete(name(row));
      if (same && columns.every((column) => same[column] === row[column])) continue;
      (fresh[table] as unknown as Row[]).push(row);
      if (same) (gone[table] as unknown as Row[]).push(same);
    }
    (gone[table] as unknown as Row[]).push(...had.values());
  }
  return { gone, fresh };
}
