import { Logger } from '@nestjs/common';
import { type Permission } from '#contract';
import { AuditTrail } from '#platform/audit';
import { type Context, systemContext } from '#platform/context';
import { Transactions } from '#platform/database';
import { FileStore } from '#platform/files';
import { type JobHandler, Outbox } from '#platform/jobs';
import { Refusal } from '#platform/refusal';
import { Secrecy } from '#platform/secrecy';
import { privateDatabase, type PrivateDatabase } from '../database/private-database.fixture.js';
import { ErrorLog } from '../refusal/error-log.fixture.js';
import { ApplyImport } from './apply-import.js';
import { ApplyOnImportConfirmed } from './apply-on-import-confirmed.js';
import { CancelImport } from './cancel-import.js';
import { CheckAgain } from './check-again.js';
import { CheckOnImportStarted } from './check-on-import-started.js';
import { ImportIntake } from './import-intake.js';
import { EntrustImport } from './entrust-import.js';
import { ImportWritesRepository } from './import-writes.repository.js';
import { ImportPasses, unclaimed } from './import-pass.js';
import { type RowView } from './import-pages.js';
import { ImportReadingRepository } from './import-reading.repository.js';
import { ImportRepository, type ImportView } from './import.repository.js';
import { ImporterRegistry } from './importer-registry.js';
import { type PermissionCheck } from './permission-check.js';
import { ImportPots, potsBook } from './pots.fixture.js';
import { RevertImport } from './revert-import.js';
import { RevertOnImportRecalled } from './revert-on-import-recalled.js';
import { RunImport } from './run-import.js';
import { StartImport } from './start-import.js';

type PotRows = Parameters<typeof potsBook>[0];

const may: Record<string, readonly Permission[]> = {
  organiser: ['imports.run', 'catalogue.manage'],
  admin: ['imports.run', 'catalogue.manage', 'imports.history'],
  official: ['imports.run'],
};

export const admin = systemContext('cli');
export const user = (id: number, bundle: 'organiser' | 'official', ...paths: string[]): Context => ({
  ...admin,
  user: { id, account: `u${id}`, instructorId: null },
  grants: paths.map((path, i) => ({ bundle, unitId: i + 1, path })),
});

export function* manyPots(count: number): Generator<(string | number)[]> {
  for (let i = 0; i < count; i++) yield [`P${i}`, `锅${i}`, i % 100];
}

/** The imports of a county that has nothing but pots, and somebody who does the worker's work when told to. */
export class PotCounty {
  readonly users = new Map<number, Context>();
  readonly pots = new ImportPots();
  readonly errors = new ErrorLog();
  readonly imports = new ImportRepository();
  readonly writes = new ImportWritesRepository();
  readonly transactions: Transactions;
  readonly start: StartImport;
  readonly again: CheckAgain;
  readonly apply: ApplyImport;
  readonly cancel: CancelImport;
  readonly revert: RevertImport;
  readonly run: RunImport;
  readonly handlers: JobHandler[];

  static async open(): Promise<PotCounty> {
    const database = await privateDatabase();
    await database.source.query(ImportPots.table);
    return new PotCounty(database);
  }

  private constructor(private readonly database: PrivateDatabase) {
    Logger.overrideLogger(this.errors);
    const { imports } = this;
    const permissions: PermissionCheck = {
      require(ctx, permission) {
        const paths = ctx.grants.filter((grant) => may[grant.bundle]?.includes(permission)).map((grant) => grant.path);
        if (paths.length === 0) throw new Refusal('forbidden');
        return { paths };
      },
      contextOf: (_db, id) => Promise.resolve(this.users.get(id) ?? user(id, 'official')),
    };
    const transactions = (this.transactions = new Transactions(database.source));
    const [audit, outbox, registry] = [new AuditTrail(), new Outbox(), new ImporterRegistry()];
    const files = new FileStore(new Secrecy({ dataKey: Buffer.alloc(32, 1), indexKey: Buffer.alloc(32, 2) }));
    const intake = new ImportIntake(registry, files, imports, audit, permissions);
    const readings = new ImportReadingRepository();
    const passes = new ImportPasses(files, registry, readings, permissions);
    const checking = new CheckOnImportStarted(transactions, imports, readings, passes);
    const applying = new ApplyOnImportConfirmed(transactions, imports, passes, this.writes, audit);
    const entrusting = new EntrustImport(imports, outbox, audit);
    registry.register(this.pots);
    this.start = new StartImport(transactions, intake, outbox);
    this.again = new CheckAgain(transactions, intake, imports, entrusting);
    this.apply = new ApplyImport(transactions, intake, imports, entrusting);
    this.cancel = new CancelImport(transactions, intake, imports, readings, audit);
    this.revert = new RevertImport(transactions, intake, imports, audit, entrusting);
    this.run = new RunImport(transactions, intake, imports, checking, applying, audit);
    this.handlers = [checking, applying, new RevertOnImportRecalled(transactions, imports, passes)];
  }

  /** The log of what fails by a mistake of ours: the kind of error and where it came from, never its message. */
  static readonly mistake = /^import \d+ failed: \w+ \n +at /;

  close(): Promise<void> {
    return this.database.drop();
  }

  /** No pots, no trouble, no memory. */
  async clear(): Promise<void> {
    await this.sql('DELETE FROM pots');
    this.pots.trouble.clear();
    this.pots.calls = [];
  }

  sql<Row>(text: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.database.source.query(text, parameters);
  }

  /** What the worker does: the work and the end of its row in one transaction. */
  async work(): Promise<void> {
    for (const row of await this.sql<{ id: number; job: string; job_key: string }>('SELECT id, job, job_key FROM outbox')) {
      const handler = this.handlers.find((one) => one.job.name === row.job)!;
      await this.transactions.run(admin, async (db) => {
        await handler.perform(db, row.job_key, unclaimed);
        await db.query('DELETE FROM outbox WHERE id = ?', [row.id]);
      });
    }
  }

  async send(ctx: Context, bytes: Buffer): Promise<number> {
    const { id } = await this.start.run(ctx, { kind: 'sites', name: '锅.xlsx', bytes });
    await this.work();
    return id;
  }

  async checked(ctx: Context, rows: PotRows): Promise<number> {
    return this.send(ctx, await potsBook(rows));
  }

  async applied(ctx: Context, rows: PotRows): Promise<number> {
    const id = await this.checked(ctx, rows);
    await this.apply.run(ctx, { id });
    await this.work();
    return id;
  }

  async reverted(ctx: Context, id: number): Promise<void> {
    await this.revert.run(ctx, { id });
    await this.work();
  }

  async seen(id: number): Promise<ImportView> {
    return (await this.imports.byId(this.transactions.read, id))!;
  }

  rowsOf(id: number): Promise<RowView[]> {
    return this.imports.rows(this.transactions.read, id, { after: 0 }, 1_000);
  }

  kept(): Promise<{ code: string; name: string; size: number | null }[]> {
    return this.sql('SELECT code, name, size FROM pots ORDER BY code');
  }
}
