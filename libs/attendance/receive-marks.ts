import { Injectable } from '@nestjs/common';
import { scopeOf } from '#access';
import { type Origin, packetLimit, type Verdict } from '#contract';
import { now } from '#platform/clock';
import { type Context } from '#platform/context';
import { type Db, Together, Transactions } from '#platform/database';
import { ClassFactsChanged } from '#schedule';
import { AttendanceRepository, type FreshHeadCount, type FreshMark, type Reception } from './attendance.repository.js';
import { CarryMatches } from './carry-matches.js';
import { FactsAround } from './facts-around.js';
import { type Facts, readFacts, type Received } from './facts.js';
import { judgeFacts } from './judge-facts.js';
import { pastRaces } from './past-races.js';

export interface ReceivedFacts extends Received {
  origin: Origin;
  deviceId?: number | null;
  /** Say the verdicts and keep nothing. */
  tryOnly?: boolean;
}

/** What one caller hands over. */
interface Hand {
  ctx: Context;
  input: ReceivedFacts;
  facts: Facts;
}

/** Ids looked up before anything is stored; or only where it matters, since the keys of the table find out the rest. */
type Caution = 'lookFirst' | 'insertFirst';

/**
 * Takes marks and head counts, each with a verdict in the order sent, marks first. A known id is never judged anew: the same body again is
 * `already`, another body is `conflict` and changes nothing. Answers after the commit, which callers who come at the same time share.
 */
@Injectable()
export class ReceiveMarks {
  private readonly together = new Together<Hand, Verdict[]>((hands) => this.receive(hands), {
    lanes: 2,
    enough: 100,
    most: packetLimit,
    weightOf: ({ input }) => input.marks.length + (input.headCounts?.length ?? 0),
  });

  constructor(
    private readonly transactions: Transactions,
    private readonly attendance: AttendanceRepository,
    private readonly around: FactsAround,
    private readonly carry: CarryMatches,
    private readonly changed: ClassFactsChanged,
  ) {}

  async run(ctx: Context, input: ReceivedFacts): Promise<Verdict[]> {
    // What a revoked phone recorded was its account's to mark once: reach alone judges it.
    if (!ctx.device?.revoked) scopeOf(ctx, input.origin === 'console' ? 'attendance.settle' : 'attendance.mark');
    return this.together.run({ ctx, input, facts: readFacts(input) });
  }

  /** The same inside a transaction of the caller's, for facts that come with others. */
  async within(db: Db, ctx: Context, input: ReceivedFacts): Promise<Verdict[]> {
    return (await this.take(db, [{ ctx, input, facts: readFacts(input) }], 'lookFirst'))[0]!;
  }

  private receive(hands: Hand[]): Promise<Verdict[][]> {
    return pastRaces((attempt) => {
      const caution = attempt === 1 ? 'insertFirst' : 'lookFirst';
      return this.transactions.run({ ...hands[0]!.ctx, idempotency: undefined }, (db) => this.take(db, hands, caution));
    });
  }

  private async take(db: Db, hands: readonly Hand[], caution: Caution): Promise<Verdict[][]> {
    await this.carry.hold(db, heldFor(hands));
    const receivedAt = now();
    const around = await this.around.look(db, hands);
    const known = await this.attendance.known(db, idsToLookUp(hands, caution));
    const judge = () => {
      const taken = new Map(known);
      // What is only tried is stored by nobody.
      return hands.map(({ facts, input }, i) => judgeFacts(facts, input, around[i]!, input.tryOnly ? new Map(taken) : taken));
    };
    let judged = judge();
    // What would be refused may have been taken long ago, when it was still this account's.
    const refused = judged.flatMap(({ refusedIds }) => refusedIds);
    if (caution === 'insertFirst' && refused.length > 0) {
      const stored = await this.attendance.known(db, { marks: refused, headCounts: refused });
      for (const [id, fact] of stored) known.set(id, fact);
      if (stored.size > 0) judged = judge();
    }
    const marks: FreshMark[] = [];
    const counts: FreshHeadCount[] = [];
    for (const [i, { ctx, input }] of hands.entries()) {
      if (input.tryOnly) continue;
      const how: Reception = {
        origin: input.origin,
        receivedAt,
        userId: ctx.user?.id ?? null,
        deviceId: input.deviceId ?? null,
        fromRevoked: around[i]!.revoked,
      };
      for (const mark of judged[i]!.marks) marks.push({ ...mark, how });
      for (const count of judged[i]!.counts) counts.push({ ...count, how });
    }
    // Sessions are locked by their rows: in one order, whoever hands over what.
    marks.sort((a, b) => a.mark.sessionId - b.mark.sessionId);
    await this.attendance.insertMarks(db, marks);
    await this.carry.run(
      db,
      marks.flatMap(({ mark }) => (mark.walkIn ? [mark.sessionId] : [])),
    );
    await this.attendance.insertHeadCounts(db, counts);
    const sessionIds = [...marks.map(({ mark }) => mark.sessionId), ...counts.map(({ count }) => count.sessionId)];
    await this.changed.announce(db, hands[0]!.ctx, { sessionIds });
    return judged.map(({ verdicts }) => verdicts);
  }
}

/** Where somebody walked in, every session of these hands; else none. */
function heldFor(hands: readonly Hand[]): number[] {
  const kept = hands.flatMap(({ facts, input }) => (input.tryOnly ? [] : [facts]));
  if (!kept.some(({ marks }) => marks.some((mark) => mark?.walkIn))) return [];
  return kept.flatMap(({ marks, counts }) => [...marks, ...counts].flatMap((fact) => fact?.sessionId ?? []));
}

/**
 * In which table which ids are looked up. Where the facts are inserted first, the unique key of their own table says what is stored; that an
 * id is not one of the other sort has no key behind it.
 */
function idsToLookUp(hands: readonly Hand[], caution: Caution): { marks: string[]; headCounts: string[] } {
  const ids = (facts: Facts['marks'] | Facts['counts']): string[] => facts.flatMap((fact) => fact?.id ?? []);
  const [marks, counts] = [hands.flatMap(({ facts }) => ids(facts.marks)), hands.flatMap(({ facts }) => ids(facts.counts))];
  const sure = caution === 'insertFirst' && !hands.some(({ input }) => input.tryOnly);
  return { marks: sure ? counts : [...marks, ...counts], headCounts: [...marks, ...counts] };
}
