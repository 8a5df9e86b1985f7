import { Inject, Injectable } from '@nestjs/common';
import { type Context, systemContext } from '#platform/context';
import { type Db } from '#platform/database';
import { FileStore } from '#platform/files';
import { type Progress } from '#platform/jobs';
import { aboutHowManyRows } from '#platform/workbook';
import { LeaseGone } from './import-fault.js';
import { grantsWithin } from './import-scope.policy.js';
import { type RowToKeep } from './import-pages.js';
import { type ImportView } from './import.repository.js';
import { type Importer, type ImportJob, type ParsedRow } from './importer.js';
import { ImporterRegistry } from './importer-registry.js';
import { PERMISSION_CHECK, type PermissionCheck } from './permission-check.js';
import { ImportReadingRepository } from './import-reading.repository.js';
import { type SkippedRow } from './placed-rows.js';
import { ahead, readImport } from './read-import.js';

/** Work that nobody else can take, and that is not begun again. */
export const unclaimed: Progress = { attempt: Infinity, leaseAlive: () => Promise.resolve(true) };

const none: [] = [];

const renewMs = 10_000;

/** Call it often: it renews the lease every ten seconds. @throws LeaseGone */
export function heartbeat(progress: Progress): () => Promise<void> {
  let renewed = performance.now();
  return async () => {
    if (performance.now() - renewed < renewMs) return;
    if (!(await progress.leaseAlive())) throw new LeaseGone();
    renewed = performance.now();
  };
}

/** One way through a file: rows to the importer, outcomes back. */
export class ImportPass {
  constructor(
    readonly importer: Importer,
    readonly job: ImportJob,
    readonly chunks: (skip?: (row: SkippedRow) => void) => AsyncGenerator<ParsedRow[], void, undefined>,
    /** About how many rows there will be. */
    readonly rowsExpected: () => Promise<number>,
  ) {}

  /** Judges or applies the rows that could be read; the others are faulty as they are. */
  async work(db: Db, rows: readonly ParsedRow[]): Promise<RowToKeep[]> {
    const readable = rows.filter((row) => row.faults.length === 0);
    const outcomes = readable.length === 0 ? [] : await this.importer[this.job.mode](db, this.job, readable);
    const byPosition = new Map(outcomes.map((outcome) => [outcome.position, outcome]));
    return rows.map(({ position, sheet, rowNo, faults }) => {
      if (faults.length > 0) return { position, sheet, rowNo, verdict: 'faulty', faults, effects: [] };
      const outcome = byPosition.get(position);
      if (!outcome) throw new Error(`the importer of ${this.importer.kind} says nothing about row ${position}`);
      const effects = this.job.mode === 'apply' ? (outcome.effects ?? none) : none;
      return { position, sheet, rowNo, verdict: outcome.verdict, faults: outcome.faults ?? none, effects };
    });
  }
}

/** Opens a file for a pass, with the rights its user has now. */
@Injectable()
export class ImportPasses {
  constructor(
    private readonly files: FileStore,
    private readonly registry: ImporterRegistry,
    private readonly readings: ImportReadingRepository,
    @Inject(PERMISSION_CHECK) private readonly permissions: PermissionCheck,
  ) {}

  /** Refusals: importKindUnknown, forbidden (the right was taken away meanwhile). */
  async open(db: Db, found: ImportView, mode: ImportJob['mode']): Promise<ImportPass> {
    const importer = this.registry.of(found.kind);
    const ctx = await this.actor(db, found);
    this.permissions.require(ctx, importer.permission);
    const { files } = this;
    const job: ImportJob = { id: found.id, ctx, recordDateAllowed: this.mayCarryHistory(ctx), units: new Set(), state: new Map(), mode };
    const { mapping } = await this.readings.one(db, found.id);
    return new ImportPass(
      importer,
      job,
      async function* (skip) {
        const bytes = await files.readWhole(db, found.fileId);
        yield* ahead(readImport(bytes, importer.sheets, { mapping, skip, atOnce: importer.atOnce }));
      },
      async () => aboutHowManyRows(await files.readWhole(db, found.fileId)),
    );
  }

  private async actor(db: Db, found: ImportView): Promise<Context> {
    const requestId = `import-${found.id}`;
    const user = found.userId === null ? systemContext('worker') : await this.permissions.contextOf(db, found.userId);
    return { ...user, via: 'worker', requestId, grants: grantsWithin(user.grants, found.scopePaths, found.unitId) };
  }

  private mayCarryHistory(ctx: Context): boolean {
    try {
      return this.permissions.require(ctx, 'imports.history').paths.length > 0;
    } catch {
      return false;
    }
  }
}
