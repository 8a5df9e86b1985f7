import { Inject, Injectable } from '@nestjs/common';
import { AuditTrail } from '#platform/audit';
import { type Context } from '#platform/context';
import { type Db } from '#platform/database';
import { FileStore } from '#platform/files';
import { Refusal, required } from '#platform/refusal';
import { common, outermost } from './import-scope.policy.js';
import { ImportRepository, type ImportView, mostScope, scopeText } from './import.repository.js';
import { ImporterRegistry } from './importer-registry.js';
import { PERMISSION_CHECK, type PermissionCheck } from './permission-check.js';

export interface FileToImport {
  kind: string;
  name: string;
  bytes: Buffer;
}

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Who may send which file, and whose imports one may touch. */
@Injectable()
export class ImportIntake {
  constructor(
    private readonly registry: ImporterRegistry,
    private readonly files: FileStore,
    private readonly imports: ImportRepository,
    private readonly audit: AuditTrail,
    @Inject(PERMISSION_CHECK) private readonly permissions: PermissionCheck,
  ) {}

  /** Where one may run imports of the kind: with `imports.run` and the right to what it writes. @throws Refusal forbidden */
  paths(ctx: Context, kind: string): string[] {
    const { permission } = this.registry.of(kind);
    const paths = common(this.permissions.require(ctx, 'imports.run').paths, this.permissions.require(ctx, permission).paths);
    if (paths.length === 0) throw new Refusal('forbidden', { permission });
    return paths;
  }

  /** Keeps the file, for all units one may import for. Refusals: importKindUnknown, forbidden, fileMissing, bodyTooLarge. */
  async take(db: Db, ctx: Context, file: FileToImport): Promise<number> {
    const { kind } = this.registry.of(file.kind);
    const scopePaths = outermost(this.paths(ctx, kind));
    // So many separate units are somebody's who should hold the right for the unit above them.
    if (scopeText(scopePaths).length > mostScope) throw new Refusal('forbidden', { separateUnits: scopePaths.length });
    const fileId = await this.files.keep(db, ctx, { name: file.name, mediaType: workbookType, bytes: file.bytes });
    const [only, ...others] = scopePaths;
    const unitId = (others.length === 0 && ctx.grants.find((grant) => grant.path === only)?.unitId) || null;
    const id = await this.imports.insert(db, { kind, fileId, userId: ctx.user?.id ?? null, unitId, scopePaths });
    await this.audit.record(db, ctx, 'import.started', { noun: 'import', id }, { kind });
    return id;
  }

  /** Whose imports one may see: those of one's units. @throws Refusal forbidden */
  seen(ctx: Context): readonly string[] {
    return this.permissions.require(ctx, 'imports.run').paths;
  }

  /** An import one may see. Refusals: notFound, forbidden. */
  async find(db: Db, ctx: Context, id: number): Promise<ImportView> {
    return required(await this.imports.find(db, this.seen(ctx), id), 'notFound');
  }

  /** An import one may also apply and revert. Refusals: notFound, forbidden. */
  async own(db: Db, ctx: Context, id: number): Promise<ImportView> {
    const found = await this.find(db, ctx, id);
    return required(await this.imports.find(db, this.paths(ctx, found.kind), id), 'forbidden');
  }
}
