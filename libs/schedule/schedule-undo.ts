import { Injectable } from '@nestjs/common';
import { type Context } from '#platform/context';
import { type Db, isReferenced, listOf } from '#platform/database';
import { type RowEffect } from '#platform/imports';
import { Refusal } from '#platform/refusal';
import { type ChangedFacts, ClassFactsChanged } from './class-facts-changed.js';
import { classColumns, ClassLinesRepository, type ImportedClass } from './class-lines.repository.js';
import { hasEnded } from './class-state.policy.js';
import { statesHeldAt } from './reference-check.js';
import { recordedAt } from './session-evidence.repository.js';
import { type ImportedSession, sessionColumns, TimetableLinesRepository } from './timetable-lines.repository.js';
import { ViewingPointRepository } from './viewing-point.repository.js';

const tables = { class: 'classes', session: 'sessions' } as const;
type Noun = keyof typeof tables;

/** What becomes of a row: away, or back to what stood there before the oldest effect. */
interface Undoing {
  id: number;
  version: number;
  away: boolean;
  before: Record<string, unknown> | null;
}

/**
 * Takes back what an import did to classes and sessions, as long as nothing else stands on it: no later change of the row itself,
 * no roster, no mark, and its class has not ended.
 */
@Injectable()
export class ScheduleUndo {
  constructor(
    private readonly classes: ClassLinesRepository,
    private readonly timetable: TimetableLinesRepository,
    private readonly points: ViewingPointRepository,
    private readonly changed: ClassFactsChanged,
  ) {}

  /** Effects newest first. @throws Refusal importInUse */
  async run(db: Db, ctx: Context, effects: readonly RowEffect[]): Promise<void> {
    const sessions = await this.undoings(db, 'session', effects);
    const classes = await this.undoings(db, 'class', effects);
    await this.demandRunning(
      db,
      sessions.map((one) => one.id),
    );
    const announce = (facts: ChangedFacts): Promise<void> => this.changed.announce(db, ctx, facts);
    await announce({ sessionIds: sessions.map((one) => one.id) });
    await announce({ classIds: classes.map((one) => one.id) });
    try {
      await this.putBackSessions(db, sessions);
      await this.remove(db, 'session', sessions);
      await this.putBackClasses(db, classes);
      await this.remove(db, 'class', classes);
    } catch (error) {
      throw isReferenced(error) ? new Refusal('importInUse') : error;
    }
    await announce({ sessionIds: sessions.filter((one) => !one.away).map((one) => one.id) });
  }

  private async undoings(db: Db, noun: Noun, effects: readonly RowEffect[]): Promise<Undoing[]> {
    const mine = effects.filter((one) => one.noun === noun);
    const ids = [...new Set(mine.map((one) => Number(one.id)))];
    if (ids.length === 0) return [];
    const rows: { id: number; version: number }[] = await db.query(
      `SELECT id, version FROM ${tables[noun]} WHERE id IN ${listOf(ids)} FOR UPDATE`,
      ids,
    );
    const now = new Map(rows.map((row) => [row.id, row.version]));
    const undoings = new Map<number, Undoing>();
    for (const effect of mine) {
      const id = Number(effect.id);
      const one = undoings.get(id) ?? { id, version: now.get(id) ?? 0, away: false, before: null };
      if (one.version !== effect.version) throw new Refusal('importInUse', { [noun]: String(id) });
      undoings.set(id, { id, version: one.version - 1, away: effect.did === 'created', before: { ...one.before, ...effect.before } });
    }
    return [...undoings.values()];
  }

  private async demandRunning(db: Db, sessionIds: readonly number[]): Promise<void> {
    if ((await statesHeldAt(db, sessionIds)).some(hasEnded)) throw new Refusal('importInUse', { state: 'closed' });
  }

  private async putBackSessions(db: Db, undoings: readonly Undoing[]): Promise<void> {
    const changed = undoings.filter((one) => !one.away);
    const now = new Map(
      (
        await this.timetable.byIds(
          db,
          changed.map((one) => one.id),
        )
      ).map((one) => [one.id, one.content]),
    );
    for (const one of changed) {
      const { points } = one.before as Partial<ImportedSession>;
      await putBack(db, 'session', one, picked(one.before!, sessionColumns));
      const added = points ? now.get(one.id)!.points.filter((point) => !points.some((other) => other.name === point.name)) : [];
      await this.removePoints(
        db,
        one.id,
        added.map((point) => point.name),
      );
    }
    await this.timetable.setParts(
      db,
      changed.map((one) => ({ id: one.id, content: { ...now.get(one.id)!, points: [], ...one.before } })),
    );
    const rerouted = changed.filter((one) => one.before?.route_id !== undefined && one.before.route_id !== now.get(one.id)!.route_id);
    await this.timetable.setCheckpoints(db, rerouted);
  }

  private async removePoints(db: Db, sessionId: number, names: readonly string[]): Promise<void> {
    if (names.length === 0) return;
    for (const id of await this.points.remove(db, sessionId, { sql: `name IN ${listOf(names)}`, parameters: [...names] })) {
      const { marks, headCounts } = await recordedAt(db, sessionId, id);
      if (marks + headCounts > 0) throw new Refusal('importInUse', { session: String(sessionId) });
    }
  }

  private async putBackClasses(db: Db, undoings: readonly Undoing[]): Promise<void> {
    const changed = undoings.filter((one) => !one.away);
    await this.demandUntaught(
      db,
      changed.filter((one) => one.before?.state === 'published').map((one) => one.id),
    );
    for (const one of changed) {
      const { hosts, series } = one.before as Partial<ImportedClass>;
      await putBack(db, 'class', one, {
        ...picked(one.before!, [...classColumns, 'state']),
        ...(hosts && {
          host_unit_id: hosts[0]!,
          series_id: series == null ? null : await this.classes.seriesId(db, hosts[0]!, series),
        }),
      });
    }
    const whole = changed.filter((one) => one.before?.hosts);
    if (whole.length === 0) return;
    await this.classes.setUnits(
      db,
      whole.map((one) => ({ id: one.id, ...(one.before as unknown as ImportedClass) })),
    );
  }

  /** A class that began with lessons of this import goes back to the plans only when nothing of others was taught in it. */
  private async demandUntaught(db: Db, classIds: readonly number[]): Promise<void> {
    for (const table of ['marks', 'head_counts']) {
      const taught = await db.query(
        `SELECT 1 FROM sessions s JOIN ${table} f ON f.session_id = s.id WHERE s.lead_class_id IN ${listOf(classIds)} LIMIT 1`,
        [...classIds],
      );
      if (taught.length > 0) throw new Refusal('importInUse');
    }
  }

  private async remove(db: Db, noun: Noun, undoings: readonly Undoing[]): Promise<void> {
    const ids = undoings.filter((one) => one.away).map((one) => one.id);
    if (ids.length > 0) await db.query(`DELETE FROM ${tables[noun]} WHERE id IN ${listOf(ids)}`, ids);
  }
}

const picked = (from: Record<string, unknown>, names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(names.filter((name) => name in from).map((name) => [name, from[name]]));

async function putBack(db: Db, noun: Noun, { id, version }: Undoing, columns: object): Promise<void> {
  const names = Object.keys(columns);
  await db.query(`UPDATE ${tables[noun]} SET ${names.map((name) => `${name} = ?, `).join('')}version = ? WHERE id = ?`, [
    ...Object.values(columns),
    version,
    id,
  ]);
}
