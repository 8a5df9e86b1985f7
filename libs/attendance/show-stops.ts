import { Injectable } from '@nestjs/common';
import { scopeOf } from '#access';
import { type Context } from '#platform/context';
import { Transactions } from '#platform/database';
import { required } from '#platform/refusal';
import { SessionRepository } from '#schedule';
import { type Arrival, arrivalsOf } from './arrivals.policy.js';
import { AttendedRepository } from './folding/attended.repository.js';
import { attendanceOf } from './folding/session-attendance.js';
import { MarkRepository } from './mark.repository.js';

/** When a session came to each stop of its route and how many were there, as of one moment; nothing without a route. Refusals: notFound. */
@Injectable()
export class ShowStops {
  constructor(
    private readonly transactions: Transactions,
    private readonly sessions: SessionRepository,
    private readonly attended: AttendedRepository,
    private readonly marks: MarkRepository,
  ) {}

  run(ctx: Context, { sessionId }: { sessionId: number }): Promise<Arrival[]> {
    const scope = scopeOf(ctx, 'attendance.read');
    return this.transactions.snapshot(async (db) => {
      const { id, date, classIds, checkpoints } = required(await this.sessions.find(db, scope, sessionId), 'notFound');
      if (checkpoints.length === 0) return [];
      const attended = await this.attended.of(db, [id], classIds);
      const { folded } = attendanceOf(attended.sessions.get(id)!, attended.marks, attended);
      const times = await this.marks.fieldTimes(db, [id]);
      return arrivalsOf({ stops: checkpoints.length, date }, folded, (markId) => times.get(markId));
    });
  }
}
