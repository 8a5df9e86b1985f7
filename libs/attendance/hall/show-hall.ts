import { Injectable } from '@nestjs/common';
import { type Context } from '#platform/context';
import { Transactions } from '#platform/database';
import { required } from '#platform/refusal';
import { MarkingReach } from '../marking-reach.js';
import { hallHoursOf, hallShutBy } from './hall-hours.policy.js';
import { HallRepository } from './hall.repository.js';
import { HallSecrets } from './hall-secrets.js';

export interface ShownHall {
  /** From this the codes are worked out. */
  secret: string;
  opensAt: Date;
  endsAt: Date;
  shut: ReturnType<typeof hallShutBy>;
  /** Who signed in themselves. */
  signed: number;
  onRoster: number;
}

/**
 * What a screen in the hall shows, for whoever settles the session's attendance: they could mark everybody anyway. Outside is absent.
 * Refusals: notFound, forbidden for who only looks on.
 */
@Injectable()
export class ShowHall {
  constructor(
    private readonly transactions: Transactions,
    private readonly reach: MarkingReach,
    private readonly halls: HallRepository,
    private readonly secrets: HallSecrets,
  ) {}

  async run(ctx: Context, { sessionId }: { sessionId: number }): Promise<ShownHall> {
    const db = this.transactions.read;
    await this.reach.demand(db, ctx, 'attendance.settle', sessionId);
    const session = required(await this.halls.session(db, sessionId), 'notFound');
    const { opensAt, until } = hallHoursOf(session);
    return {
      secret: this.secrets.of(sessionId),
      opensAt: inCounty(session.date, opensAt),
      endsAt: inCounty(session.date, until),
      shut: hallShutBy(session),
      ...(await this.halls.countSigned(db, sessionId)),
    };
  }
}

const inCounty = (date: string, clock: string): Date => new Date(`${date}T${clock}:00+08:00`);
