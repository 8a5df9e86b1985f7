import { type AttendanceStatus, type MarkEvent, type MarkMethod } from '#contract';
import { uuid } from '../../api/uuid.ts';
import { now } from '../clock.ts';
import { isTaken, needsReading } from '../rules/answered.policy.ts';
import { replacesIn, type Standing, standingOf } from '../rules/standing.policy.ts';
import { walkInNow, whoIn } from '../rules/walk-ins.policy.ts';
import { keepsake, read, write, type Writing } from './database.ts';
import { asHeld, isHeldTried } from './held.ts';
import { withoutNames } from './names.ts';
import { type FieldRecord, isMark, type MarkRecord, type Trainee, type Where, wholeSession } from './shapes.ts';

/** What is said of somebody, and where; the main room unless told. */
export interface Said {
  status: AttendanceStatus;
  room?: string;
  method?: MarkMethod;
  reason?: string;
  witness?: string;
}

export interface Wish {
  sessionId: string;
  /** As this tab knows them. Asked as it is written. */
  person: () => Trainee;
  slot: Where['slot'];
  /** What to record, seeing what stands there as it is written; `null`: nothing. */
  say: (standing: Standing) => Said | null;
}

/** By session and person. */
type Rosters = Map<string, ReadonlyMap<string, Trainee>>;

/** The phone speaks for somebody else by now, or for nobody: a mark would wait for a token that is gone. */
export class NotTheHolder extends Error {}

export async function demandHolder(transaction: Writing, by: string): Promise<void> {
  // Asked side by side: each question by itself is a way to the disk and back.
  const [holder, revoked] = await Promise.all([keepsake(transaction, 'holder'), keepsake(transaction, 'revoked')]);
  if (holder?.instructorId !== by || revoked) throw new NotTheHolder();
}

/**
 * Writes marks, all or none, and answers when they are on the disk. What another tab of this phone has written meanwhile is seen, and so is
 * a pack that it has kept: `cursorNow` says from which one this tab knows the people.
 * @throws DOMException where the phone could not keep them; NotTheHolder
 */
export async function writeMarks(by: string, wishes: readonly Wish[], cursorNow: () => string | undefined): Promise<MarkRecord[]> {
  const at = now().toISOString();
  const made = wishes.map((wish) => ({ ...wish, id: uuid() }));
  return write(async (transaction) => {
    const [cursor] = await Promise.all([keepsake(transaction, 'cursor'), demandHolder(transaction, by)]);
    const newer = cursor === cursorNow() ? null : (new Map() as Rosters);
    const records = transaction.objectStore('records');
    const written: MarkRecord[] = [];
    for (const { id, sessionId, person: personNow, slot, say } of made) {
      const [before, { person, own }] = await Promise.all([
        records.index('id').get(id),
        toldOf(transaction, { by, sessionId, personNow, newer }),
      ]);
      if (before) {
        written.push(before as MarkRecord);
        continue;
      }
      const said = say(standingOf(person, own, slot));
      if (said === null) continue;
      const { room, method = 'roll', status, ...words } = said;
      const mark: MarkEvent = {
        id,
        sessionId,
        slot,
        ...(person.walkIn ? { walkIn: person.walkIn } : { personId: person.personId }),
        ...(room !== undefined && { viewingPointId: room }),
        status,
        method,
        at,
        ...words,
      };
      const replaces = replacesIn(person, own, slot);
      if (replaces.length > 0) mark.replaces = replaces;
      const record: Omit<MarkRecord, 'seq'> = { mark, by, state: 'waiting', tried: false, inPack: false, open: 1 };
      const seq = await records.add(record as MarkRecord);
      written.push({ ...record, seq });
    }
    return written;
  });
}

/**
 * The person as the pack has them, and what the holder has said of them on this phone. No index holds walk-ins: of those the records that
 * the pack does not tell of yet are looked through, and the pack that is on the disk with them.
 */
async function toldOf(
  transaction: Writing,
  { by, sessionId, personNow, newer }: { by: string; sessionId: string; personNow: () => Trainee; newer: Rosters | null },
): Promise<{ person: Trainee; own: readonly MarkRecord[] }> {
  const records = transaction.objectStore('records');
  const { walkIn, personId } = personNow();
  if (!walkIn) {
    const all = (await records.index('place').getAll([sessionId, personId])) as MarkRecord[];
    const person = (newer && (await rosterOf(transaction, sessionId, newer)).get(personId)) ?? personNow();
    return { person, own: all.filter((one) => one.by === by) };
  }
  const open = (await records.index('open').getAll()).filter(isMark);
  const own = open.filter((one) => one.by === by && one.mark.sessionId === sessionId && whoIn(one.mark) === personId);
  const session = await transaction.objectStore('sessions').get(sessionId);
  return { person: walkInNow(session && wholeSession(session), walkIn), own };
}

/** The roster on the disk, read once for all who are marked together. */
async function rosterOf(transaction: Writing, sessionId: string, read: Rosters): Promise<ReadonlyMap<string, Trainee>> {
  const before = read.get(sessionId);
  if (before) return before;
  const session = await transaction.objectStore('sessions').get(sessionId);
  const roster = new Map(session?.roster.map((person) => [person.personId, person]));
  read.set(sessionId, roster);
  return roster;
}

/** Takes marks out that were never in a packet. `false`, and nothing happens, where one of them was. */
export const takeBack = (seqs: readonly number[]): Promise<boolean> =>
  write(async (transaction) => {
    const records = transaction.objectStore('records');
    const found = await Promise.all(seqs.map((seq) => records.get(seq)));
    if (found.some((record) => !record || record.tried || isHeldTried(record.seq) || record.state !== 'waiting')) return false;
    await Promise.all(seqs.map((seq) => records.delete(seq)));
    return true;
  });

/** Notes that somebody has read what became of a record. */
export const markRead = (seqs: readonly number[]): Promise<FieldRecord[]> =>
  write(async (transaction) => {
    const records = transaction.objectStore('records');
    const changed: FieldRecord[] = [];
    for (const seq of seqs) {
      const record = await records.get(seq);
      if (!record) continue;
      // Another tab has sent it again meanwhile.
      if (!needsReading(record)) {
        changed.push(asHeld(record));
        continue;
      }
      const isServed = (await transaction.objectStore('sessions').getKey(record.mark.sessionId)) !== undefined;
      const next: FieldRecord = { ...(isServed || !isTaken(record) ? record : withoutNames(record)), read: true };
      if (record.inPack) delete next.open;
      await records.put(next);
      changed.push(next);
    }
    return changed;
  });

/** The newest of all records, newest first. */
export const newestRecords = (most: number): Promise<FieldRecord[]> =>
  read(async (transaction) => {
    const newest: FieldRecord[] = [];
    let cursor = await transaction.objectStore('records').openCursor(null, 'prev');
    for (; cursor && newest.length < most; cursor = await cursor.continue()) newest.push(cursor.value);
    return newest;
  });
