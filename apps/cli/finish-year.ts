import { type INestApplicationContext } from '@nestjs/common';
import { wholeTree } from '#access';
import { MergePeople } from '#people';
import { systemContext } from '#platform/context';
import { Transactions } from '#platform/database';
import { ChangeClassState, ChangeSessionState, SessionRepository } from '#schedule';
import { type AfterImport } from '../../demo/year.js';
import { allClasses } from './all-classes.js';

/** What the organiser does once the files of a year are in: cancel, void, merge, and close last. Done again, it finds nothing to do. */
export async function finishYear(program: INestApplicationContext, plan: AfterImport, codes: ReadonlySet<string>): Promise<void> {
  await cancelSessions(program, plan.cancelSessions);
  await moveClasses(program, new Set(plan.cancelClasses), 'cancelled');
  await moveClasses(program, new Set(plan.voidClasses), 'void');
  await mergePeople(program, plan.merges);
  await moveClasses(program, codes, 'closed');
}

/** Of these classes, those that still run. */
async function moveClasses(
  program: INestApplicationContext,
  codes: ReadonlySet<string>,
  to: 'cancelled' | 'void' | 'closed',
): Promise<void> {
  for (const row of await allClasses(program, 'running')) {
    if (!codes.has(row.code ?? '')) continue;
    await program.get(ChangeClassState).run(systemContext('cli'), { id: row.id, version: row.version, to });
  }
}

async function cancelSessions(program: INestApplicationContext, wanted: AfterImport['cancelSessions']): Promise<void> {
  const byCode = new Map((await allClasses(program)).map((row) => [row.code, row.id]));
  const db = program.get(Transactions).read;
  for (const classCode of new Set(wanted.map((one) => one.classCode))) {
    const codes = wanted.filter((one) => one.classCode === classCode).map((one) => one.sessionCode);
    const sessions = await program
      .get(SessionRepository)
      .list(db, wholeTree, { classId: byCode.get(classCode), state: 'scheduled' }, null, 1_000);
    for (const session of sessions.filter((one) => codes.includes(one.code ?? ''))) {
      await program
        .get(ChangeSessionState)
        .run(systemContext('cli'), { id: session.id, version: session.version, to: 'cancelled', reason: '降雨' });
    }
  }
}

async function mergePeople(program: INestApplicationContext, merges: AfterImport['merges']): Promise<void> {
  const db = program.get(Transactions).read;
  for (const { from, into } of merges) {
    const rows: { id: number; code: string; merged: number }[] = await db.query(
      'SELECT p.id, p.code, EXISTS (SELECT 1 FROM person_aliases a WHERE a.person_id = p.id) AS merged FROM people p WHERE p.code IN (?, ?)',
      [from, into],
    );
    const [source, target] = [from, into].map((code) => rows.find((row) => row.code === code));
    if (!source || !target) throw new Error(`people ${from} and ${into} are not both there`);
    if (!source.merged) await program.get(MergePeople).run(systemContext('cli'), { id: source.id, intoId: target.id });
  }
}
