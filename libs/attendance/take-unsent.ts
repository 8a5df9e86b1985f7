import { Injectable } from '@nestjs/common';
import { scopeOf } from '#access';
import { type DeviceHolder, goesBy, type SealedText, SpeakForDevice } from '#accounts';
import { packetLimit, type Verdict } from '#contract';
import { AuditTrail } from '#platform/audit';
import { type Context } from '#platform/context';
import { type Db, Transactions } from '#platform/database';
import { Refusal } from '#platform/refusal';
import { readFacts } from './facts.js';
import { MarkingReach } from './marking-reach.js';
import { pastRaces } from './past-races.js';
import { ReceiveMarks } from './receive-marks.js';
import { idOf } from './read-mark.js';

/** A file as a phone wrote it. What its records are is judged one by one. */
export interface UnsentInput {
  deviceId: string;
  /** When it was written, by the phone's clock. */
  at: string;
  holders: UnsentPart[];
}
interface UnsentPart extends Packet {
  /** The key of who recorded it. */
  holder: string;
  /** What proves each record, marks first; in old files one and the same for all. */
  sealed: readonly SealedText[];
}
interface Packet {
  marks: readonly unknown[];
  headCounts: readonly unknown[];
}

export interface TakenUnsent {
  phones: Pick<DeviceHolder, 'name' | 'label'>[];
  /** One for each record, holder by holder, marks first. */
  verdicts: Verdict[];
}

/**
 * Takes what a phone wrote into a file, as if the phone had come: credited to who recorded it, judged by what that account may mark,
 * flagged as a revoked phone's are. What is not sealed by whom it names is refused, whoever sealed it. Whoever brings it must settle the
 * session's attendance; other records are refused and go nowhere. What the phone hands over later itself is known by its ids. Refusals:
 * unsentFileAltered.
 */
@Injectable()
export class TakeUnsent {
  constructor(
    private readonly transactions: Transactions,
    private readonly phones: SpeakForDevice,
    private readonly reach: MarkingReach,
    private readonly receive: ReceiveMarks,
    private readonly audit: AuditTrail,
  ) {}

  async run(ctx: Context, { deviceId, at, holders }: UnsentInput): Promise<TakenUnsent> {
    scopeOf(ctx, 'attendance.settle');
    const db = this.transactions.read;
    const known = await this.phones.holders(db, ctx, deviceId);
    const isProven = onceEach(await this.phones.prover(db, deviceId));
    const parts = holders.map((part) => {
      // Several accounts may have had one key on the phone: those of an instructor.
      const own = known.filter(({ ctx: { user } }) => goesBy(part.holder, user));
      return { part, own, provers: part.sealed.map((sealed) => own.find((holder) => isProven(holder, sealed))) };
    });
    if (!parts.some(({ provers }) => provers.some(Boolean))) throw new Refusal('unsentFileAltered');
    const verdicts: Verdict[] = [];
    for (const { part, own, provers } of parts) {
      const facts = [...part.marks, ...part.headCounts];
      const said = facts.map((fact) => refused(fact, own.length > 0 ? 'unsentNotSealed' : 'deviceNotEnrolled'));
      for (const holder of own) {
        const places = [...facts.keys()].filter((place) => provers[place] === holder);
        const isMark = (place: number): boolean => place < part.marks.length;
        const theirs: Packet = {
          marks: places.filter(isMark).map((place) => facts[place]),
          headCounts: places.filter((place) => !isMark(place)).map((place) => facts[place]),
        };
        const taken: Verdict[] = [];
        for (const some of packetsOf(theirs)) taken.push(...(await this.take(ctx, holder, some, at)));
        for (const [nth, place] of places.entries()) said[place] = taken[nth]!;
      }
      verdicts.push(...said);
    }
    return { phones: known.map(({ name, label }) => ({ name, label })), verdicts };
  }

  /** The phone itself may hand it over at the same moment. */
  private take(ctx: Context, holder: DeviceHolder, some: Packet, at: string): Promise<Verdict[]> {
    return pastRaces(() => this.transactions.run({ ...ctx, idempotency: undefined }, (db) => this.within(db, ctx, holder, some, at)));
  }

  private async within(db: Db, ctx: Context, holder: DeviceHolder, some: Packet, at: string): Promise<Verdict[]> {
    const { marks, counts } = readFacts(some);
    const asked = [...new Set([...marks, ...counts].flatMap((fact) => fact?.sessionId ?? []))];
    const settled = new Set(await this.reach.inScope(db, ctx, 'attendance.settle', asked));
    const isOutside = (fact: { sessionId: number } | null | undefined): boolean => Boolean(fact && !settled.has(fact.sessionId));
    const { user, device, grants } = holder.ctx;
    const inside: Packet = {
      marks: some.marks.filter((_, i) => !isOutside(marks[i])),
      headCounts: some.headCounts.filter((_, i) => !isOutside(counts[i])),
    };
    const said = await this.receive.within(db, holder.ctx, { ...inside, origin: 'field', deviceId: device.id });
    const rest = said[Symbol.iterator]();
    const verdicts = [...some.marks.entries(), ...some.headCounts.entries()].map(([i, sent], place) =>
      isOutside(place < marks.length ? marks[i] : counts[i]) ? refused(sent, 'sessionUnknown') : (rest.next().value as Verdict),
    );
    const sums: Partial<Record<Verdict['verdict'], number>> = {};
    for (const { verdict } of verdicts) sums[verdict] = (sums[verdict] ?? 0) + 1;
    const subject = { noun: 'device', id: device.id, units: grants.map(({ unitId }) => unitId) };
    await this.audit.record(db, ctx, 'device.unsentTaken', subject, { userId: user.id, writtenAt: at, ...sums });
    return verdicts;
  }
}

type Prover = (holder: DeviceHolder, sealed: SealedText) => boolean;

/** One seal over a whole old file is worked out once for each holder. */
function onceEach(isProven: Prover): Prover {
  const judged = new Map<DeviceHolder, WeakMap<SealedText, boolean>>();
  return (holder, sealed) => {
    const of = judged.get(holder) ?? new WeakMap<SealedText, boolean>();
    judged.set(holder, of);
    const said = of.get(sealed) ?? isProven(holder, sealed);
    of.set(sealed, said);
    return said;
  };
}

const refused = (fact: unknown, code: NonNullable<Verdict['code']>): Verdict => ({ id: idOf(fact), verdict: 'refused', code });

/** As many at a time as a phone hands over, marks first. */
function* packetsOf({ marks, headCounts }: Packet): Generator<Packet> {
  for (let i = 0; i < marks.length; i += packetLimit) yield { marks: marks.slice(i, i + packetLimit), headCounts: [] };
  for (let i = 0; i < headCounts.length; i += packetLimit) yield { marks: [], headCounts: headCounts.slice(i, i + packetLimit) };
}
