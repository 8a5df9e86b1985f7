import { Injectable } from '@nestjs/common';
import { scopeOf } from '#access';
import { type Origin, type RefusalCode, type Verdict } from '#contract';
import { PeopleInCounting } from '#people';
import { now } from '#platform/clock';
import { type Context } from '#platform/context';
import { type Db, isDuplicate, Transactions } from '#platform/database';
import { ClassFactsChanged, standsAs } from '#schedule';
import { AttendanceRepository, type Judged, type MarkableSession, type Reception } from './attendance.repository.js';
import { ownerOf } from './folding/attribution.policy.js';
import { MarkingReach } from './marking-reach.js';
import { idOf, readHeadCount, type ReadHeadCount, readMark, type ReadMark } from './read-mark.js';
import { type Placed, type Reach, type Receipt, receiptOf, roomOf } from './receipt.policy.js';

export interface ReceivedFacts {
  /** As they came: shapes are judged here, one by one. */
  marks: readonly unknown[];
  headCounts?: readonly unknown[];
  origin: Origin;
  deviceId?: number | null;
  /** By id of the fact: the sheet's own date of record; the caller has checked the right to give one. */
  recordedOn?: ReadonlyMap<string, string>;
  /** Say the verdicts and keep nothing. */
  tryOnly?: boolean;
}

interface Surroundings {
  sessions: Map<number, MarkableSession>;
  reach: Map<number, Reach>;
  people: Set<number>;
  canonical: Map<number, number>;
  rosters: Set<string>;
}

/**
 * Takes marks and head counts, each with a verdict in the order sent, marks first. An id is looked up before anything is
 * judged: the same body again is `already`, another body is `conflict` and changes nothing. Answers after the commit.
 */
@Injectable()
export class ReceiveMarks {
  constructor(
    private readonly transactions: Transactions,
    private readonly attendance: AttendanceRepository,
    private readonly people: PeopleInCounting,
    private readonly reach: MarkingReach,
    private readonly changed: ClassFactsChanged,
  ) {}

  async run(ctx: Context, input: ReceivedFacts): Promise<Verdict[]> {
    scopeOf(ctx, input.origin === 'console' ? 'attendance.settle' : 'attendance.mark');
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.transactions.run(ctx, (db) => this.within(db, ctx, input));
      } catch (error) {
        // Two packets brought the same new id at once: the second look finds it stored.
        if (!isDuplicate(error) || attempt === 5) throw error;
      }
    }
  }

  /** The same inside a transaction of the caller's, for facts that come with others. */
  async within(db: Db, ctx: Context, input: ReceivedFacts): Promise<Verdict[]> {
    const marks = input.marks.map(readMark);
    const counts = (input.headCounts ?? []).map(readHeadCount);
    const how: Reception = {
      origin: input.origin,
      receivedAt: now(),
      userId: ctx.user?.id ?? null,
      deviceId: input.deviceId ?? null,
    };
    const around = await this.look(db, ctx, { marks: marks.filter(isRead), counts: counts.filter(isRead), origin: input.origin });
    const verifies = new Set(
      await this.reach.inScope(db, ctx, 'headCount.verify', [...new Set(counts.filter(isRead).map((count) => count.sessionId))]),
    );
    const known = await this.attendance.known(
      db,
      [...marks, ...counts].filter(isRead).map((fact) => fact.id),
    );
    const judged = (fact: { id: string }, review: string | null) => ({ review, recordedOn: input.recordedOn?.get(fact.id) ?? null });
    const freshMarks: (Judged & { mark: ReadMark })[] = [];
    const freshCounts: (Judged & { count: ReadHeadCount; verified: boolean })[] = [];
    const verdicts = [
      ...marks.map((mark, i) =>
        verdictOf(
          idOf(input.marks[i]),
          mark,
          known,
          () => judgeMark(mark!, around),
          (review) => {
            freshMarks.push({ mark: inItsRoom(mark!, around), ...judged(mark!, review) });
          },
        ),
      ),
      ...counts.map((count, i) =>
        verdictOf(
          idOf(input.headCounts![i]),
          count,
          known,
          () => judgeHeadCount(count!, around),
          (review) => {
            freshCounts.push({
              count: inItsRoom(count!, around),
              ...judged(count!, review),
              // Heads for a closed class, or of a room that is gone, wait for somebody else; those of a cancelled session are what they are,
              // should it be put back.
              verified: verifies.has(count!.sessionId) && review !== 'classClosed' && review !== 'viewingPointGone',
            });
          },
        ),
      ),
    ];
    if (input.tryOnly) return verdicts;
    await this.attendance.insertMarks(db, freshMarks, how);
    await this.attendance.insertHeadCounts(db, freshCounts, how);
    const sessionIds = [...freshMarks.map(({ mark }) => mark.sessionId), ...freshCounts.map(({ count }) => count.sessionId)];
    await this.changed.announce(db, ctx, { sessionIds });
    return verdicts;
  }

  private async look(
    db: Db,
    ctx: Context,
    { marks, counts, origin }: { marks: ReadMark[]; counts: ReadHeadCount[]; origin: Origin },
  ): Promise<Surroundings> {
    const sessionIds = [...new Set([...marks, ...counts].map((one) => one.sessionId))];
    const personIds = [...new Set(marks.flatMap((mark) => mark.personId ?? []))];
    const sessions = await this.attendance.sessions(db, sessionIds);
    const classIds = [...new Set([...sessions.values()].flatMap((session) => session.classes.map((one) => one.id)))];
    const canonical = await this.people.canonicalOf(db, personIds);
    const everyAlias = await this.people.withAliases(db, [...new Set(canonical.values())]);
    return {
      sessions,
      canonical,
      reach: await (origin === 'console' ? this.reach.settling(db, ctx, sessionIds) : this.reach.of(db, ctx, sessionIds)),
      people: await this.attendance.existingPeople(db, personIds),
      rosters: await this.attendance.onRosters(db, classIds, [...everyAlias.keys()], everyAlias),
    };
  }
}

const isRead = <T>(one: T | null): one is T => one !== null;

type Known = Map<string, { hash: Buffer; review: string | null }>;

function verdictOf(
  id: string,
  fact: { id: string; hash: Buffer } | null,
  known: Known,
  judge: () => Receipt,
  store: (review: RefusalCode | null) => void,
): Verdict {
  if (fact === null) return { id, verdict: 'refused', code: 'markMalformed' };
  const stored = known.get(fact.id);
  if (stored) {
    if (!stored.hash.equals(fact.hash)) return { id, verdict: 'conflict', code: 'markConflict' };
    return { id, verdict: 'already', ...(stored.review && { code: stored.review as RefusalCode }) };
  }
  const receipt = judge();
  if ('refused' in receipt) return { id, verdict: 'refused', code: receipt.refused };
  store(receipt.review);
  known.set(fact.id, { hash: fact.hash, review: receipt.review });
  return receipt.review ? { id, verdict: 'review', code: receipt.review } : { id, verdict: 'accepted' };
}

/** What is recorded in a room that was taken away meanwhile stands in the main one. */
const inItsRoom = <T extends Placed>(fact: T, { sessions }: Surroundings): T =>
  roomOf(fact, sessions.get(fact.sessionId)) === 'gone' ? { ...fact, viewingPointId: null } : fact;

function judgeMark(mark: ReadMark, around: Surroundings): Receipt {
  const session = around.sessions.get(mark.sessionId);
  const reach = around.reach.get(mark.sessionId) ?? 'notYours';
  if (mark.personId === null || !session) return receiptOf(session, reach, mark, null);
  if (!around.people.has(mark.personId)) return { refused: reach === 'notYours' ? 'sessionUnknown' : 'personUnknown' };
  const person = around.canonical.get(mark.personId) ?? mark.personId;
  const classes = session.classes.map(({ id, state }) => ({
    id,
    stands: standsAs(state),
    enrolled: around.rosters.has(`${id}/${person}`),
  }));
  return receiptOf(session, reach, mark, { owner: ownerOf(session.leadClassId, classes), onRoster: classes.some((one) => one.enrolled) });
}

const judgeHeadCount = (count: ReadHeadCount, { sessions, reach }: Surroundings): Receipt =>
  receiptOf(sessions.get(count.sessionId), reach.get(count.sessionId) ?? 'notYours', count, null);
