import { Injectable } from '@nestjs/common';
import { type Origin } from '#contract';
import { PeopleInCounting } from '#people';
import { type Context } from '#platform/context';
import { type Db } from '#platform/database';
import { AttendanceRepository, type MarkableSession } from './attendance.repository.js';
import { type Facts, type Surroundings } from './facts.js';
import { MarkingReach } from './marking-reach.js';
import { type ReadMark } from './read-mark.js';

interface Asking {
  ctx: Context;
  input: { origin: Origin };
  facts: Facts;
}

/** Reads what is around the facts of several callers, in a number of queries that grows with the accounts, not with the facts. */
@Injectable()
export class FactsAround {
  constructor(
    private readonly attendance: AttendanceRepository,
    private readonly people: PeopleInCounting,
    private readonly reach: MarkingReach,
  ) {}

  /** For each caller, in their order. */
  async look(db: Db, callers: readonly Asking[]): Promise<Surroundings[]> {
    // Heads are verified by what their class is: it does not end before they are stored. Marks are judged again when they are counted.
    const withHeads = callers.some(({ facts }) => facts.counts.length > 0);
    const sessions = await this.attendance.sessions(db, [...new Set(callers.flatMap((one) => sessionsOf(one.facts)))], withHeads);
    const named = await this.named(
      db,
      callers.flatMap((one) => one.facts.marks.filter((mark) => mark !== null)),
      sessions,
    );
    const accounts = new Map<string, Pick<Surroundings, 'reach' | 'verifies'>>();
    const around: Surroundings[] = [];
    for (const { ctx, input } of callers) {
      const name = accountOf({ ctx, input });
      const alike = callers.filter((one) => accountOf(one) === name);
      const account = accounts.get(name) ?? (await this.account(db, ctx, input.origin, alike));
      accounts.set(name, account);
      around.push({ sessions, revoked: ctx.device?.revoked === true, ...named, ...account });
    }
    return around;
  }

  private async account(db: Db, ctx: Context, origin: Origin, hands: readonly Asking[]): Promise<Pick<Surroundings, 'reach' | 'verifies'>> {
    const all = [...new Set(hands.flatMap((one) => sessionsOf(one.facts)))];
    const counted = [...new Set(hands.flatMap((one) => one.facts.counts.flatMap((count) => count?.sessionId ?? [])))];
    return {
      reach: await (origin === 'console' ? this.reach.settling(db, ctx, all) : this.reach.of(db, ctx, all)),
      verifies: new Set(await this.reach.inScope(db, ctx, 'headCount.verify', counted)),
    };
  }

  private async named(
    db: Db,
    marks: readonly ReadMark[],
    sessions: ReadonlyMap<number, MarkableSession>,
  ): Promise<Pick<Surroundings, 'people' | 'canonical' | 'rosters'>> {
    const ids = [...new Set(marks.flatMap((mark) => mark.personId ?? []))];
    const { canonical, records } = await this.people.standFor(db, ids);
    const recordsOf = new Map<number, number[]>();
    for (const [record, person] of records) recordsOf.set(person, [...(recordsOf.get(person) ?? []), record]);
    const asked = new Map<number, Set<number>>();
    for (const { sessionId, personId } of marks) {
      for (const { id } of personId === null ? [] : (sessions.get(sessionId)?.classes ?? [])) {
        const here = asked.get(id) ?? new Set();
        asked.set(id, here);
        for (const record of recordsOf.get(canonical.get(personId!)!) ?? []) here.add(record);
      }
    }
    const enrolled = await this.attendance.enrolledAmong(db, asked);
    const rosters = new Set(enrolled.map(({ classId, personId }) => `${classId}/${records.get(personId) ?? personId}`));
    // Whoever is on a roster exists.
    const onSome = new Set(enrolled.map(({ personId }) => personId));
    const people = await this.attendance.existingPeople(
      db,
      ids.filter((id) => !onSome.has(id)),
    );
    for (const id of onSome) people.add(id);
    return { canonical, rosters, people };
  }
}

/** Callers of one name may do the same: an account does more than its phones. */
const accountOf = ({ ctx, input }: Pick<Asking, 'ctx' | 'input'>): string =>
  `${ctx.user?.id}/${input.origin}/${ctx.device ? 'device' : 'account'}`;

const sessionsOf = ({ marks, counts }: Facts): number[] => [...marks, ...counts].flatMap((fact) => fact?.sessionId ?? []);
