import { type INestApplicationContext } from '@nestjs/common';
import { wholeTree } from '#access';
import { CreateUser } from '#accounts';
import { AuditTrail } from '#platform/audit';
import { today } from '#platform/clock';
import { systemContext } from '#platform/context';
import { claimFor, notTheDemo, Transactions, WrongDatabase } from '#platform/database';
import { RunImport } from '#platform/imports';
import { workbookBuffer } from '#platform/workbook';
import { ChangeClassState } from '#schedule';
import { LoadUnits, publishedUnits, UnitRepository } from '#units';
import { demoAccounts, demoPassword } from '../../demo/accounts.js';
import { type AlreadyThere, generateWeek, generateYear, type YearFiles } from '../../demo/generator/index.js';
import { afterImport } from '../../demo/year.js';
import { allClasses } from './all-classes.js';
import { finishYear } from './finish-year.js';

/** What a file did, for whoever watches. */
export interface Loaded {
  file: string;
  create: number;
  update: number;
  unchanged: number;
  faulty: number;
}
type Watch = (file: Loaded) => void;

/**
 * The Meixian year and this week, loaded through the doors of a real organiser: files imported with row verdicts, classes run,
 * cancelled, voided and closed, people merged. Only into a database that is empty or the demo's already. Loaded once; later only the dates of this week that are missing are added.
 */
export async function loadDemo(program: INestApplicationContext, watch: Watch = () => undefined): Promise<{ fresh: boolean }> {
  // Claimed before the first row: a load that was killed goes on, and what somebody else began is left alone.
  if (!(await claimFor(program.get(Transactions).read, 'demo'))) throw new WrongDatabase([notTheDemo]);
  const fresh = !(await isLoaded(program));
  if (fresh) await loadYear(program, watch);
  const week = generateWeek(today(), await weeksThere(program));
  await importAll(program, week, watch);
  await runClasses(program, week);
  if (!fresh) return { fresh };
  await addAccounts(program);
  const ctx = systemContext('cli');
  await program.get(Transactions).run(ctx, (db) => program.get(AuditTrail).record(db, ctx, 'demo.loaded', { noun: 'demo', id: 2021 }));
  return { fresh };
}

async function isLoaded(program: INestApplicationContext): Promise<boolean> {
  const rows = await program
    .get(Transactions)
    .read.query("SELECT 1 FROM audit_entries WHERE subject = 'demo' AND subject_id = '2021' AND action = 'demo.loaded' LIMIT 1");
  return rows.length > 0;
}

async function loadYear(program: INestApplicationContext, watch: Watch): Promise<void> {
  await program.get(LoadUnits).run(systemContext('cli'), { lines: await publishedUnits() });
  const year = generateYear();
  await importAll(program, year, watch);
  await runClasses(program, year);
  await finishYear(program, afterImport, classCodes(year));
}

/**
 * Renewal adds missing sessions and never alters what is there. The classes of a week carry its name in their code; one that
 * does not run yet was left half loaded, and its files come again.
 */
async function weeksThere(program: INestApplicationContext): Promise<AlreadyThere> {
  const rows: { code: string; session: string | null }[] = await program.get(Transactions).read.query(
    `SELECT c.code, s.code AS session FROM classes c LEFT JOIN sessions s ON s.lead_class_id = c.id
     WHERE c.code REGEXP '^(ZT|SFZ|SJ|WL)-[0-9]{4}-W[0-9]{2}$' AND c.state NOT IN ('draft', 'published')`,
  );
  const sessions = rows.flatMap(({ code, session }) => (session === null ? [] : [`${code}/${session}`]));
  return { classes: new Set(rows.map((row) => row.code)), sessions: new Set(sessions) };
}

/** Faulty rows are part of the demo (a slip of the pen on a sheet); a file that cannot be read at all is not. */
export async function importAll(program: INestApplicationContext, files: YearFiles, watch: Watch): Promise<void> {
  for (const { file, kind, sheets } of files) {
    const done = await program.get(RunImport).run(systemContext('cli'), { kind, name: file, bytes: await workbookBuffer(sheets) });
    if (done.state !== 'applied') throw new Error(`${file}: ${done.state} ${done.fault ?? ''}`);
    const { create, update, unchanged, faulty } = done.counts;
    watch({ file, create, update, unchanged, faulty });
  }
}

/** The classes of these files that are planned are run; nobody else's are touched. */
async function runClasses(program: INestApplicationContext, files: YearFiles): Promise<void> {
  const codes = classCodes(files);
  for (const row of await allClasses(program, 'published')) {
    if (!codes.has(row.code ?? '')) continue;
    await program.get(ChangeClassState).run(systemContext('cli'), { id: row.id, version: row.version, to: 'running' });
  }
}

/** The codes on the sheets of classes, and those of the village classes that lessons make. */
function classCodes(files: YearFiles): Set<string> {
  const codes = new Set<string>();
  for (const { sheets } of files) {
    for (const { rows } of sheets) {
      const header = rows.find((row) => row.includes('课堂类型') || row.includes('村代码'));
      const column = header?.indexOf('班次编号') ?? -1;
      const village = header?.includes('课堂类型') ? -1 : (header?.indexOf('村代码') ?? -1);
      for (const row of rows) {
        if (column >= 0) codes.add(String(row[column]));
        if (village >= 0) codes.add(`SF-2021-${String(row[village])}`);
      }
    }
  }
  return codes;
}

async function addAccounts(program: INestApplicationContext): Promise<void> {
  const db = program.get(Transactions).read;
  const units = await program.get(UnitRepository).byCodes(
    db,
    demoAccounts.map((one) => one.unit),
  );
  for (const { account, name, bundle, unit, instructorCode } of demoAccounts) {
    const [instructor] = instructorCode ? await db.query('SELECT id FROM instructors WHERE code = ?', [instructorCode]) : [undefined];
    const known = await db.query('SELECT 1 FROM users WHERE account = ?', [account]);
    if (known.length > 0) continue;
    await program.get(CreateUser).run(systemContext('cli'), {
      scope: wholeTree,
      account,
      name,
      password: demoPassword,
      grants: [{ bundle, unitId: units.get(unit)!.id }],
      instructorId: instructor?.id ?? null,
    });
  }
}
