import { Injectable } from '@nestjs/common';
import { type Context } from '#platform/context';
import { type Db, isReferenced, listOf } from '#platform/database';
import { type RowEffect } from '#platform/imports';
import { Refusal } from '#platform/refusal';
import { ClassFactsChanged } from './class-facts-changed.js';

/** Takes back what an import did to classes and sessions, as long as nothing else stands on it. */
@Injectable()
export class ScheduleUndo {
  constructor(private readonly changed: ClassFactsChanged) {}

  /** Effects newest first. @throws Refusal importInUse */
  async run(db: Db, ctx: Context, effects: readonly RowEffect[]): Promise<void> {
    const ids = (noun: string, did: string): number[] =>
      effects.filter((one) => one.noun === noun && one.did === did).map((one) => Number(one.id));
    const sessions = [...ids('session', 'created'), ...ids('session', 'updated')];
    if (sessions.length > 0) await this.changed.announce(db, ctx, { sessionIds: sessions, facts: sessions.length });
    for (const effect of effects) if (effect.did === 'updated' && effect.before) await this.putBack(db, effect);
    try {
      const [made, classes] = [ids('session', 'created'), ids('class', 'created')];
      await db.query(`DELETE FROM sessions WHERE id IN ${listOf(made)}`, made);
      await db.query(`DELETE FROM classes WHERE id IN ${listOf(classes)}`, classes);
    } catch (error) {
      if (isReferenced(error)) throw new Refusal('importInUse');
      throw error;
    }
  }

  private async putBack(db: Db, { noun, id, before }: RowEffect): Promise<void> {
    if (noun !== 'session' && noun !== 'class') return;
    const names = Object.keys(before!);
    await db.query(
      `UPDATE ${noun === 'session' ? 'sessions' : 'classes'} SET ${names.map((name) => `${name} = ?, `).join('')}version = version + 1 WHERE id = ?`,
      [...Object.values(before!), Number(id)],
    );
  }
}
