import { hash as hashOf } from 'node:crypto';
import {
  attendanceStatuses,
  type AttendanceStatus,
  factNameLimit,
  factReasonLimit,
  headCountMethods,
  type HeadCountMethod,
  headCountModes,
  type HeadCountMode,
  markMethods,
  type MarkMethod,
  headCountLimit,
  replacesLimit,
  rollCallLimit,
} from '#contract';

/** A mark whose shape is right, with numbers for the ids of rows. Whether the rows exist is judged later. */
export interface ReadMark {
  id: string;
  sessionId: number;
  slot: number;
  personId: number | null;
  walkIn: { name: string; village: string | null; phoneTail: string | null } | null;
  viewingPointId: number | null;
  status: AttendanceStatus;
  method: MarkMethod;
  /** ISO 8601, UTC, to the millisecond. */
  at: string;
  replaces: string[];
  note: string | null;
  reason: string | null;
  witness: string | null;
  hash: Buffer;
}

export interface ReadHeadCount {
  id: string;
  sessionId: number;
  viewingPointId: number | null;
  mode: HeadCountMode;
  count: number;
  method: HeadCountMethod;
  countedBy: string;
  /** ISO 8601, UTC, to the millisecond. */
  at: string;
  replaces: string[];
  note: string | null;
  hash: Buffer;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const rowId = /^[1-9]\d{0,9}$/;
const isoTime = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:?\d{2})?$/i;
/** What a column holds. A phone whose battery was dead is anywhere, also before 1970 by UTC; its clock refuses nothing. */
const earliest = Date.UTC(1000, 0, 1);
const latest = Date.UTC(9999, 11, 31);

class Malformed extends Error {}
type Fields = Record<string, unknown>;

/** On this one route shapes are checked by hand: a packet of 500 must not cost more to check than to store. `null`: malformed. */
export function readMark(input: unknown): ReadMark | null {
  return guarded(() => {
    const body = fieldsOf(input, markFields);
    const personId = body.personId === undefined ? null : row(body.personId);
    const walkIn = body.walkIn === undefined ? null : readWalkIn(body.walkIn);
    if ((personId === null) === (walkIn === null)) throw new Malformed();
    const mark = {
      id: id(body.id),
      sessionId: row(body.sessionId),
      slot: whole(body.slot ?? 1, 1, rollCallLimit),
      personId,
      walkIn,
      viewingPointId: body.viewingPointId === undefined ? null : row(body.viewingPointId),
      status: oneOf(body.status, attendanceStatuses),
      method: oneOf(body.method, markMethods),
      at: instant(body.at),
      replaces: ids(body.replaces),
      note: text(body.note, 200),
      reason: text(body.reason, factReasonLimit),
      witness: text(body.witness, factNameLimit),
    };
    return { ...mark, hash: digest(mark) };
  });
}

export function readHeadCount(input: unknown): ReadHeadCount | null {
  return guarded(() => {
    const body = fieldsOf(input, headCountFields);
    const countedBy = text(body.countedBy, factNameLimit);
    if (countedBy === null) throw new Malformed();
    const count = {
      id: id(body.id),
      sessionId: row(body.sessionId),
      viewingPointId: body.viewingPointId === undefined ? null : row(body.viewingPointId),
      mode: oneOf(body.mode, headCountModes),
      count: whole(body.count, 0, headCountLimit),
      method: oneOf(body.method, headCountMethods),
      countedBy,
      at: instant(body.at),
      replaces: ids(body.replaces),
      note: text(body.note, 200),
    };
    return { ...count, hash: digest(count) };
  });
}

/** The id of a fact whatever else is wrong with it, so that its verdict can be told apart. */
export const idOf = (input: unknown): string => {
  const value = (input as Fields | null)?.id;
  return typeof value === 'string' ? value.slice(0, 64) : '';
};

const markFields = new Set('id sessionId slot personId walkIn viewingPointId status method at replaces note reason witness'.split(' '));
const headCountFields = new Set('id sessionId viewingPointId mode count method countedBy at replaces note'.split(' '));
const walkInFields = new Set(['name', 'village', 'phoneTail']);

function readWalkIn(input: unknown): NonNullable<ReadMark['walkIn']> {
  const body = fieldsOf(input, walkInFields);
  const name = text(body.name, factNameLimit);
  const phoneTail = text(body.phoneTail, 4);
  if (name === null || (phoneTail !== null && !/^\d{4}$/.test(phoneTail))) throw new Malformed();
  return { name, village: text(body.village, factNameLimit), phoneTail };
}

function guarded<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof Malformed) return null;
    throw error;
  }
}

function fieldsOf(input: unknown, known: Set<string>): Fields {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) throw new Malformed();
  for (const key of Object.keys(input)) if (!known.has(key)) throw new Malformed();
  return input as Fields;
}
function id(value: unknown): string {
  if (typeof value !== 'string' || !uuid.test(value)) throw new Malformed();
  return value.toLowerCase();
}
function ids(value: unknown): string[] {
  if (value === undefined) return [];
  if (!Array.isArray(value) || value.length > replacesLimit) throw new Malformed();
  return [...new Set(value.map(id))].sort();
}
/** Row ids beyond the range of the column cannot exist; 0 stands for "unknown". */
function row(value: unknown): number {
  if (typeof value !== 'string') throw new Malformed();
  return rowId.test(value) && Number(value) <= 4_294_967_295 ? Number(value) : 0;
}
function whole(value: unknown, min: number, max: number): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < min || value > max) throw new Malformed();
  return value;
}
function oneOf<T extends string>(value: unknown, words: readonly T[]): T {
  if (!words.includes(value as T)) throw new Malformed();
  return value as T;
}
function text(value: unknown, max: number): string | null {
  if (value === undefined || value === null || value === '') return null;
  if (typeof value !== 'string' || [...value].length > max) throw new Malformed();
  return value;
}
/** Where no zone is named it is Shanghai's: in the zone of the process the same body would be another one on another server. */
function instant(value: unknown): string {
  const [, clock, zone] = (typeof value === 'string' && isoTime.exec(value)) || [];
  const at = clock ? Date.parse(`${clock}${zone ?? '+08:00'}`) : Number.NaN;
  if (Number.isNaN(at) || at < earliest || at > latest) throw new Malformed();
  return new Date(at).toISOString();
}
/**
 * Equal for equal bodies, whatever the order of their fields. It is kept beside the fact, and a phone that was away for months sends the fact
 * again: of a field that comes later nothing may be hashed where nothing is said in it, so leave it `undefined` then, not `null`.
 */
export const digest = (body: object): Buffer => hashOf('sha256', JSON.stringify(body), 'buffer').subarray(0, 16);
