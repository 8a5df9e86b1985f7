import { type AttendanceStatus, type MarkEvent, type MarkMethod } from '#contract';
import { uuid } from '../../api/uuid.ts';
import { now } from '../clock.ts';
import { isTaken, needsReading } from '../rules/answered.policy.ts';
import { replacesIn, type Standing, standingOf } from '../rules/standing.policy.ts';
import { walkInNow, whoIn } from '../rules/walk-ins.policy.ts';
import { keepsakesOf, read, write, type Writing } from './database.ts';
import { asHeld, isHeldTried } from './held.ts';
import { withoutNames } from './names.ts';
import { type FieldRecord, isMark, type Keepsakes, type MarkRecord, type Trainee, type Where, wholeSession } from './shapes.ts';

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
  /** What to record, seeing what stands there as it is written, and of what it would take the place; `null`: nothing. */
  say: (standing: Standing, replaces: readonly string[]) => Said | null;
}

/** The phone speaks for somebody else by now, or for nobody: a mark would wait for a token that is gone. */
export class NotTheHolder extends Error {}

function demand({ holder, revoked }: Partial<Pick<Keepsakes, 'holder' | 'revoked'>>, by: string): void {
  if (holder?.instructorId !== by || revoked) throw new NotTheHolder();
}
export const demandHolder = async (transaction: Writing, by: string): Promise<void> =>
  demand(await keepsakesOf(transaction, ['holder', 'revoked']), by);

/**
 * Writes marks of different people, all or none, and answers when they are on the disk. What another tab of this phone has written meanwhile is
 * seen, and so is a pack that it has kept: `cursorNow` says from which one this tab knows the people.
 * @throws DOMException where the phone could not keep them; NotTheHolder
 */
export async function writeMarks(by: string, wishes: readonly Wish[], cursorNow: () => string | undefined): Promise<MarkRecord[]> {
  const at = now().toISOString();
  const made = wishes.map((wish) => ({ ...wish, id: uuid() }));
  return write(async (transaction, isAgain) => {
    const records = transaction.objectStore('records');
    // All questions leave at once: each by itself is a way to the disk and back.
    const [{ cursor, ...standing }, said, before] = await Promise.all([
      keepsakesOf(transaction, ['cursor', 'holder', 'revoked']),
      Promise.all(made.map((wish) => saidOf(transaction, wish))),
      Promise.all(made.map(({ id }) => (isAgain ? records.index('id').get(id) : undefined))),
    ]);
    demand(standing, by);
    const rosters = cursor === cursorNow() ? null : await rostersOf(transaction, made);
    const written: Promise<MarkRecord>[] = [];
    for (const [i, { id, sessionId, person: personNow, slot, say }] of made.entries()) {
      const there = before[i] as MarkRecord | undefined;
      if (there) {
        written.push(Promise.resolve(there));
        continue;
      }
      const { walkIn, records: all } = said[i]!;
      const person = walkIn ?? rosters?.get(sessionId)?.get(personNow().personId) ?? personNow();
      const own = all.filter((one) => one.by === by);
      const replaces = replacesIn(person, own, slot);
      const wish = say(standingOf(person, own, slot), replaces);
      if (wish === null) continue;
      const { room, method = 'roll', status, ...words } = wish;
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
      if (replaces.length > 0) mark.replaces = replaces;
      const record: Omit<MarkRecord, 'seq'> = { mark, by, state: 'waiting', tried: false, inPack: false, open: 1 };
      written.push(records.add(record as MarkRecord).then((seq) => ({ ...record, seq })));
    }
    // Nothing follows: the disk need not ask.
    transaction.commit();
    return Promise.all(written);
  });
}

/** What was said of somebody on this phone, by whomever; of somebody on no list also who they are by now. */
async function saidOf(transaction: Writing, { sessionId, person }: Wish): Promise<{ walkIn?: Trainee; records: MarkRecord[] }> {
  const records = transaction.objectStore('records');
  const { walkIn, personId } = person();
  if (!walkIn) return { records: (await records.index('place').getAll([sessionId, personId])) as MarkRecord[] };
  // No index holds walk-ins: those that the pack does not tell of yet are looked through, and the pack that is on the disk with them.
  const [open, session] = await Promise.all([records.index('open').getAll(), transaction.objectStore('sessions').get(sessionId)]);
  return {
    walkIn: walkInNow(session && wholeSession(session), walkIn),
    records: open.filter(isMark).filter(({ mark }) => mark.sessionId === sessionId && whoIn(mark) === personId),
  };
}

/** The rosters on the disk, by session and person. */
async function rostersOf(transaction: Writing, wishes: readonly Wish[]): Promise<ReadonlyMap<string, ReadonlyMap<string, Trainee>>> {
  const ids = [...new Set(wishes.map(({ sessionId }) => sessionId))];
  const sessions = await Promise.all(ids.map((id) => transaction.objectStore('sessions').get(id)));
  return new Map(sessions.map((session, i) => [ids[i]!, new Map(session?.roster.map((person) => [person.personId, person]))]));
}

/** A mark that was made on this phone, as far as it is still kept. */
export const markOf = (id: string | undefined): Promise<MarkRecord | undefined> =>
  read(async (transaction) => {
    const record = id === undefined ? undefined : await transaction.objectStore('records').index('id').get(id);
    return record && isMark(record) ? record : undefined;
  });

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
