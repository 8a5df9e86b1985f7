import { Injectable } from '@nestjs/common';
import { scopeOf } from '#access';
import { type Db } from '#platform/database';
import { type Importer, type ImportJob, type ParsedRow, type RowEffect, type RowFault, type RowOutcome } from '#platform/imports';
import {
  inSubtrees,
  namedValues,
  type RegisterFields,
  RegisterImport,
  registerKey,
  seenCodes,
  type Subtrees,
  UnitRepository,
} from '#units';
import { ImportRoutes } from './import-routes.js';
import { keepRoutes, RouteRepository } from './learning-route.repository.js';
import { baseSheet, routeSheet, siteSheet } from './site-sheets.js';
import { SitesMoved } from './sites.events.js';
import { keepSites, SiteRepository, type SiteRow } from './teaching-site.repository.js';
import { BaseRepository, keepBases } from './training-base.repository.js';

/** Bases, sites and routes by their codes. An empty cell clears what stood there; a column that is not in the file leaves it. */
@Injectable()
export class ImportSites implements Importer {
  readonly kind = 'sites';
  readonly permission = 'catalogue.manage';
  readonly sheets = [baseSheet, siteSheet, routeSheet];

  constructor(
    private readonly registers: RegisterImport,
    private readonly units: UnitRepository,
    private readonly bases: BaseRepository,
    private readonly moves: SitesMoved,
    private readonly sites: SiteRepository,
    private readonly routes: RouteRepository,
    private readonly routeRows: ImportRoutes,
  ) {}

  judge(db: Db, job: ImportJob, rows: readonly ParsedRow[]): Promise<RowOutcome[]> {
    return this.work(db, job, rows);
  }

  apply(db: Db, job: ImportJob, rows: readonly ParsedRow[]): Promise<RowOutcome[]> {
    return this.work(db, job, rows);
  }

  /** What refers is undone before what it refers to. */
  async revert(db: Db, job: ImportJob, effects: readonly RowEffect[]): Promise<void> {
    await this.registers.undo(db, keepRoutes(this.routes, this.sites), effects);
    await this.registers.undo(db, keepSites(this.sites, this.bases, this.moves), effects);
    const restored = effects.filter((effect) => effect.noun === 'teachingSite' && effect.did === 'updated');
    await this.moves.announce(db, job.ctx, [...new Set(restored.map((effect) => Number(effect.id)))]);
    await this.registers.undo(db, keepBases(this.bases), effects);
  }

  /** A chunk may hold the end of one sheet and the beginning of the next: what is referred to comes first. */
  private async work(db: Db, job: ImportJob, rows: readonly ParsedRow[]): Promise<RowOutcome[]> {
    const of = (format: object): ParsedRow[] => rows.filter((row) => row.format === format);
    const scope = scopeOf(job.ctx, 'catalogue.manage');
    return [
      ...(await this.workBases(db, job, scope, of(baseSheet))),
      ...(await this.workSites(db, job, scope, of(siteSheet))),
      ...(await this.routeRows.work(db, job, of(routeSheet))),
    ];
  }

  private async workBases(db: Db, job: ImportJob, scope: Subtrees, rows: readonly ParsedRow[]): Promise<RowOutcome[]> {
    if (rows.length === 0) return [];
    const keeping = keepBases(this.bases);
    const read = (): { fields: object; faults: RowFault[] } => ({ fields: {}, faults: [] });
    const lines = await this.registers.judge(db, job, { keeping, codeTitle: '基地编号', scope, read }, rows);
    if (job.mode === 'apply') await this.registers.write(db, job, keeping, lines);
    return lines.map(({ outcome }) => outcome);
  }

  private async workSites(db: Db, job: ImportJob, scope: Subtrees, rows: readonly ParsedRow[]): Promise<RowOutcome[]> {
    if (rows.length === 0) return [];
    const keeping = keepSites(this.sites, this.bases, this.moves);
    const read = await this.siteReader(db, job, scope, rows);
    const lines = await this.registers.judge(db, job, { keeping, codeTitle: '教学点编号', scope, read }, rows);
    if (job.mode === 'apply') {
      await this.registers.write(db, job, keeping, lines);
      const moved = lines.filter(({ before, fields, outcome }) => outcome.verdict === 'update' && before!.unitId !== fields.unitId);
      await this.moves.announce(
        db,
        job.ctx,
        moved.map(({ before }) => before!.id),
      );
    }
    return lines.map(({ outcome }) => outcome);
  }

  private async siteReader(
    db: Db,
    job: ImportJob,
    scope: Subtrees,
    rows: readonly ParsedRow[],
  ): Promise<(row: ParsedRow) => { fields: RegisterFields<SiteRow>; faults: RowFault[] }> {
    const shared = await this.units.countyWide(db, scope);
    const codes = rows.map((row) => row.values.baseCode as string | null | undefined).filter((code) => code != null);
    const bases = await this.bases.byCodes(db, [...new Set(codes)]);
    const toBe = job.mode === 'judge' ? seenCodes(job, 'trainingBase') : new Set<string>();
    return (row) => {
      const fields: RegisterFields<SiteRow> = namedValues(row, ['theme', 'address', 'capacity', 'latitude', 'longitude']);
      const faults = halfPlace(row);
      const code = row.values.baseCode as string | null | undefined;
      if (code === undefined) return { fields, faults };
      const base = code === null ? null : bases.get(registerKey(code));
      const found = code === null || (base ? inSubtrees(shared, base.accessPath) : toBe.has(registerKey(code)));
      // A base that an earlier row makes has no id yet when rows are judged.
      fields.baseId = code === null ? null : (base?.id ?? 0);
      return { fields, faults: found ? faults : [...faults, { column: '基地编号', code: 'referenceUnknown' }] };
    };
  }
}

/** Half a place is none, and would be lost without a word: it is on no map. */
function halfPlace({ values }: ParsedRow): RowFault[] {
  const missing = [values.latitude ?? null, values.longitude ?? null].map((one) => one === null);
  if (missing[0] === missing[1]) return [];
  return [{ column: missing[0] ? '纬度' : '经度', code: 'required' }];
}
