import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { mayAnywhere, scopeOf } from '#access';
import { today } from '#platform/clock';
import { type Context } from '#platform/context';
import { Refusal } from '#platform/refusal';
import { type Db, Transactions } from '#platform/database';
import { SessionRepository } from '#schedule';
import { FillPack, type PackSession } from './fill-pack.js';
import { packDays, PackRepository } from './pack.repository.js';

/** What a phone is given beyond its own sessions fills the pack up to here: rosters of a whole county fit no phone. */
const sessionLimit = 300;

export interface Pack {
  cursor: string;
  sessions: PackSession[];
  removed: string[];
  /** There is more that the account may settle than a pack holds. */
  truncated: boolean;
}

/**
 * The sessions that an account marks, with rosters and the live marks of each person: all of its own, and of those that it may
 * settle the ones nearest to today. The cursor lists what was served before: a session that changed comes whole, one that is no
 * longer served is named in `removed`. Refusals: cursorInvalid.
 */
@Injectable()
export class ServePack {
  constructor(
    private readonly transactions: Transactions,
    private readonly sessions: SessionRepository,
    private readonly packs: PackRepository,
    private readonly filling: FillPack,
  ) {}

  run(ctx: Context, input: { since?: string }): Promise<Pack> {
    scopeOf(ctx, 'attendance.mark');
    const before = input.since === undefined ? new Map<string, string>() : readCursor(input.since);
    return this.transactions.run({ ...ctx, idempotency: undefined }, async (db) => {
      const { ids, truncated } = await this.served(db, ctx);
      const sessions = await this.filling.run(db, await this.sessions.byIds(db, ids));
      if (ctx.user) await this.packs.noteServed(db, ctx.user.id, ids);
      const digests = new Map(sessions.map((session) => [session.id, digest(session)]));
      return {
        cursor: writeCursor(digests),
        sessions: sessions.filter((session) => before.get(session.id) !== digests.get(session.id)),
        removed: [...before.keys()].filter((id) => !digests.has(id)),
        truncated,
      };
    });
  }

  /** Beyond one's own, the scope is that of settling: a right to mark that another role gives elsewhere opens no rosters there. */
  private async served(db: Db, ctx: Context): Promise<{ ids: number[]; truncated: boolean }> {
    const day = today();
    const days = packDays(day);
    const own = ctx.user ? await this.packs.own(db, days, ctx.user) : [];
    if (!mayAnywhere(ctx, 'attendance.settle')) return { ids: own, truncated: false };
    // One more than fits tells that there is more, whichever of them are own sessions.
    const limit = own.length + sessionLimit + 1;
    const isOwn = new Set(own);
    const others = (await this.packs.nearest(db, days, scopeOf(ctx, 'attendance.settle'), { day, limit })).filter((id) => !isOwn.has(id));
    const room = Math.max(sessionLimit - own.length, 0);
    return { ids: [...own, ...others.slice(0, room)], truncated: others.length > room };
  }
}

const digest = (session: PackSession): string => createHash('sha256').update(JSON.stringify(session)).digest('base64url').slice(0, 12);

const writeCursor = (digests: Map<string, string>): string =>
  Buffer.from([...digests].map(([id, hash]) => `${id}.${hash}`).join(' ')).toString('base64url');

function readCursor(text: string): Map<string, string> {
  const clear = Buffer.from(text, 'base64url').toString('latin1');
  if (clear === '') return new Map();
  const entries = clear.split(' ').map((entry) => /^([1-9]\d{0,9})\.([\w-]{12})$/.exec(entry));
  if (entries.some((entry) => entry === null)) throw new Refusal('cursorInvalid');
  return new Map(entries.map((entry) => [entry![1]!, entry![2]!]));
}
