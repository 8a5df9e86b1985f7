import { scopeCondition, type Scope } from '#access';
import { type ClassState } from '#contract';
import { type Db, listOf } from '#platform/database';
import { Refusal } from '#platform/refusal';
import { subtreeCondition, type Subtrees } from '#units';
import { classInScope, classManagedIn } from './class.repository.js';
import { hasEnded, standsAs } from './class-state.policy.js';
import { leadOf } from './leading-class.policy.js';

/**
 * Units that a class or session may name: within the scope, and not retired before the day `on` for which they are named; `null`
 * asks for the scope alone. @throws Refusal referenceUnknown
 */
export async function demandUnits(
  db: Db,
  scope: Scope,
  { field, ids, on }: { field: string; ids: readonly number[]; on: string | null },
): Promise<void> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return;
  const { sql, parameters } = scopeCondition(scope, 'access_path');
  const rows = await db.query(
    `SELECT id FROM units WHERE id IN ${listOf(wanted)} AND ${sql}${on === null ? '' : ' AND (valid_to IS NULL OR valid_to >= ?)'}`,
    [...wanted, ...parameters, ...(on === null ? [] : [on])],
  );
  if (rows.length < wanted.length) throw new Refusal('referenceUnknown', { fields: [{ field, fault: 'unknown' }] });
}

/** The registers that a county shares, by the field that names their rows. */
const registers = { instructorIds: 'instructors', siteId: 'teaching_sites', routeId: 'learning_routes', courseId: 'courses' } as const;
export type RegisterField = keyof typeof registers;

/**
 * Rows of a register; `shared` is the county whose register it is (`countyWide`). Those of another county look exactly like those
 * that are nowhere. @throws Refusal referenceUnknown
 */
export async function demandRows(db: Db, shared: Subtrees, field: RegisterField, ids: readonly number[]): Promise<void> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return;
  const { sql, parameters } = subtreeCondition(shared, 'u.access_path');
  const rows = await db.query(
    `SELECT r.id FROM ${registers[field]} r JOIN units u ON u.id = r.unit_id WHERE r.id IN ${listOf(wanted)} AND ${sql}`,
    [...wanted, ...parameters],
  );
  if (rows.length < wanted.length) throw new Refusal('referenceUnknown', { fields: [{ field, fault: 'unknown' }] });
}

/** Accounts in use that hold something in the scope: nobody is handed a class's roster from outside. @throws Refusal referenceUnknown */
export async function demandUser(db: Db, scope: Scope, field: string, id: number | null | undefined): Promise<void> {
  if (!id) return;
  const { sql, parameters } = scopeCondition(scope, 'n.access_path');
  const rows = await db.query(
    `SELECT 1 FROM users u WHERE u.id = ? AND u.disabled_at IS NULL
       AND EXISTS (SELECT 1 FROM user_grants g JOIN units n ON n.id = g.unit_id WHERE g.user_id = u.id AND ${sql})`,
    [id, ...parameters],
  );
  if (rows.length === 0) throw new Refusal('referenceUnknown', { fields: [{ field, fault: 'unknown' }] });
}

/** Classes that one sees: whoever joins a class to a session gets to see its roster. @throws Refusal referenceUnknown */
export async function demandClasses(db: Db, scope: Scope, ids: readonly number[]): Promise<void> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return;
  const visible = classInScope(scope);
  const rows = await db.query(`SELECT c.id FROM classes c WHERE c.id IN ${listOf(wanted)} AND ${visible.sql}`, [
    ...wanted,
    ...visible.parameters,
  ]);
  if (rows.length < wanted.length) throw new Refusal('referenceUnknown', { fields: [{ field: 'classIds', fault: 'unknown' }] });
}

/** Whether all of these classes are the scope's to change, not only to see. */
export async function managesAll(db: Db, scope: Scope, classIds: readonly number[]): Promise<boolean> {
  const wanted = [...new Set(classIds)];
  const managed = classManagedIn(scope);
  const rows = await db.query(`SELECT c.id FROM classes c WHERE c.id IN ${listOf(wanted)} AND ${managed.sql}`, [
    ...wanted,
    ...managed.parameters,
  ]);
  return rows.length === wanted.length;
}

/** @throws Refusal forbidden when they are not */
export async function demandManaged(db: Db, scope: Scope, classIds: readonly number[]): Promise<void> {
  if (!(await managesAll(db, scope, classIds))) throw new Refusal('forbidden');
}

export async function statesOf(db: Db, classIds: readonly number[], locking = ''): Promise<Map<number, ClassState>> {
  const rows: { id: number; state: ClassState }[] = await db.query(
    `SELECT id, state FROM classes WHERE id IN ${listOf(classIds)} ORDER BY id${locking}`,
    [...classIds],
  );
  return new Map(rows.map((row) => [row.id, row.state]));
}

/** For whoever changes something of these classes: none of them ends before that is done. */
export const statesHeld = (db: Db, classIds: readonly number[]): Promise<Map<number, ClassState>> =>
  statesOf(db, classIds, ' LOCK IN SHARE MODE');

/** The same of the classes that these sessions serve. */
export async function statesHeldAt(db: Db, sessionIds: readonly number[]): Promise<ClassState[]> {
  const rows: { state: ClassState }[] = await db.query(
    `SELECT c.state FROM session_classes sc JOIN classes c ON c.id = sc.class_id WHERE sc.session_id IN ${listOf(sessionIds)} LOCK IN SHARE MODE`,
    [...sessionIds],
  );
  return rows.map((row) => row.state);
}

/** None of these classes has ended. @throws Refusal classFinished */
export async function demandRunning(db: Db, classIds: readonly number[]): Promise<void> {
  const ended = [...(await statesHeld(db, classIds)).values()].find(hasEnded);
  if (ended) throw new Refusal('classFinished', { state: ended });
}

type Sitting = { leadClassId: number; classIds: readonly number[] };

/**
 * The session is of a class that stands, and this scope's to change. Returns that class. @throws Refusal forbidden, classFinished
 * (when all are gone there is nothing left to change)
 */
export async function demandLedSession(db: Db, scope: Scope, session: Sitting): Promise<number> {
  return (await demandLed(db, scope, session)).lead;
}

async function demandLed(db: Db, scope: Scope, session: Sitting): Promise<{ lead: number; states: Map<number, ClassState> }> {
  const states = await statesHeld(db, session.classIds);
  const lead = leadOf(session, (id) => standsAs(states.get(id)!));
  await demandManaged(db, scope, [lead ?? session.leadClassId]);
  if (lead === null) throw new Refusal('classFinished', { state: states.get(session.leadClassId) });
  return { lead, states };
}

/** And it may still be changed: what a class was taught stays once it is closed. @throws Refusal forbidden, classFinished */
export async function demandOpenSession(db: Db, scope: Scope, session: Sitting): Promise<number> {
  const { lead, states } = await demandLed(db, scope, session);
  if ([...states.values()].includes('closed')) throw new Refusal('classFinished', { state: 'closed' });
  return lead;
}
