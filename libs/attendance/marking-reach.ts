import { Injectable } from '@nestjs/common';
import { mayAnywhere, scopeOf } from '#access';
import { type Permission } from '#contract';
import { type Context } from '#platform/context';
import { type Db, listOf } from '#platform/database';
import { Refusal, required } from '#platform/refusal';
import { servesClassMarkedBy, type SessionCondition, SessionRepository, type SessionRow } from '#schedule';
import { AttendanceRepository } from './attendance.repository.js';
import { type Reach } from './receipt.policy.js';

/** Whose sessions one may mark: organisers those of their units, instructors and class heads their own, and what was once handed to them. */
@Injectable()
export class MarkingReach {
  constructor(
    private readonly attendance: AttendanceRepository,
    private readonly sessions: SessionRepository,
  ) {}

  async of(db: Db, ctx: Context, sessionIds: readonly number[]): Promise<Map<number, Reach>> {
    const settles = mayAnywhere(ctx, 'attendance.settle') ? this.marked(ctx, 'attendance.settle') : null;
    const reach = new Map<number, Reach>();
    for (const { id, yours } of await this.attendance.standing(db, sessionIds, ctx.user, settles))
      if (yours || !reach.has(id)) reach.set(id, yours ? 'yours' : 'onceYours');
    return reach;
  }

  /** What the console says outweighs every phone: it takes the right to settle, teaching a session is not enough. */
  async settling(db: Db, ctx: Context, sessionIds: readonly number[]): Promise<Map<number, Reach>> {
    return new Map((await this.inScope(db, ctx, 'attendance.settle', sessionIds)).map((id) => [id, 'yours']));
  }

  /** Those of the sessions whose attendance the account settles by this permission. Nobody verifies heads as the head of a class only. */
  async inScope(db: Db, ctx: Context, permission: Permission, ids: readonly number[]): Promise<number[]> {
    if (!mayAnywhere(ctx, permission) || ids.length === 0) return [];
    const marked = this.marked(ctx, permission);
    const rows: { id: number }[] = await db.query(`SELECT s.id FROM sessions s WHERE s.id IN ${listOf(ids)} AND ${marked.sql}`, [
      ...ids,
      ...marked.parameters,
    ]);
    return rows.map((row) => row.id);
  }

  /**
   * The session, for somebody who settles its attendance by this permission; whoever teaches it reports its heads, too.
   * @throws Refusal notFound; forbidden, who only looks on
   */
  async demand(db: Db, ctx: Context, permission: Permission, id: number): Promise<SessionRow> {
    const session = required(await this.sessions.find(db, scopeOf(ctx, permission), id), 'notFound');
    const own = permission === 'headCount.report' && ctx.user && (await this.attendance.ownSessions(db, [id], ctx.user)).has(id);
    if (!own && (await this.inScope(db, ctx, permission, [id])).length === 0) throw new Refusal('forbidden');
    return session;
  }

  /** The same for somebody who says something about what was recorded there: it is held until the end, and read as it is then. */
  async demandHeld(db: Db, ctx: Context, permission: Permission, id: number): Promise<SessionRow> {
    await this.sessions.hold(db, [id]);
    return this.demand(db, ctx, permission, id);
  }

  private marked(ctx: Context, permission: Permission): SessionCondition {
    return servesClassMarkedBy(scopeOf(ctx, permission), permission === 'headCount.verify' ? null : (ctx.user?.id ?? null));
  }
}
