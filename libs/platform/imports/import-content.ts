import { Inject, Injectable } from '@nestjs/common';
import { type Context } from '#platform/context';
import { type Db } from '#platform/database';
import { FileStore } from '#platform/files';
import { Refusal } from '#platform/refusal';
import { ImportIntake } from './import-intake.js';
import { type ImportView } from './import.repository.js';
import { PERMISSION_CHECK, type PermissionCheck } from './permission-check.js';

/**
 * What stands in the cells of a file may be personal, ID numbers among it. So it is shown to whoever sent the file, and to those who
 * may see ID numbers of all its units; others of the units see what became of it only.
 */
@Injectable()
export class ImportContent {
  constructor(
    private readonly intake: ImportIntake,
    private readonly files: FileStore,
    @Inject(PERMISSION_CHECK) private readonly permissions: PermissionCheck,
  ) {}

  /** The import, if its cells may be shown. Refusals: notFound, forbidden. */
  async open(db: Db, ctx: Context, id: number): Promise<ImportView> {
    const found = await this.intake.find(db, ctx, id);
    const sender = (await this.files.sendersOf(db, [found.fileId])).get(found.fileId) ?? null;
    if ((sender === null || sender !== ctx.user?.id) && !this.mayReveal(ctx, found)) throw new Refusal('forbidden');
    return found;
  }

  private mayReveal(ctx: Context, { scopePaths }: ImportView): boolean {
    const { paths } = this.permissions.require(ctx, 'people.reveal');
    return scopePaths.every((scope) => paths.some((path) => scope.startsWith(path)));
  }
}
