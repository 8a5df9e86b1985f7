import { Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import { type FastifyRequest } from 'fastify';
import { type Context } from '#platform/context';
import { Transactions } from '#platform/database';
import { ApplyImport, CancelImport, CheckAgain, ImportIntake, ImportRepository, RevertImport, StartImport } from '#platform/imports';
import { Refusal } from '#platform/refusal';
import { Ctx, IdPipe, idText, type Page, pageOf, Permit, readCursor, Refuses, Shows, ShowsPage } from '../wire/index.js';
import { ImportForm, ImportIdView, ImportQuery, importRowView, ImportRowShown, ImportRowsQuery, ImportShown } from './imports.dto.js';
import { ShownImports } from './shown-imports.js';
import { asSent, readSentFile } from './sent-file.js';

@ApiTags('imports')
@Controller('v1/imports')
export class ImportsController {
  constructor(
    private readonly transactions: Transactions,
    private readonly imports: ImportRepository,
    private readonly intake: ImportIntake,
    private readonly shown: ShownImports,
    private readonly start: StartImport,
    private readonly again: CheckAgain,
    private readonly apply: ApplyImport,
    private readonly cancel: CancelImport,
    private readonly revert: RevertImport,
  ) {}

  @Post()
  @HttpCode(202)
  @Permit('imports.run')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: ImportForm })
  @Shows(ImportIdView, { status: 202, summary: '上传工作簿并检查 · send a workbook to be checked' })
  @Refuses('fileMissing', 'importKindUnknown', 'bodyTooLarge')
  async send(@Ctx() ctx: Context, @Req() request: FastifyRequest): Promise<ImportIdView> {
    const sent = await readSentFile(request, ['kind']);
    const { kind } = sent.fields;
    if (kind === undefined) throw new Refusal('invalidFields', { fields: [{ field: 'kind', fault: 'required' }] });
    const { id } = await this.start.run(asSent(ctx, sent), { kind, name: sent.name, bytes: sent.bytes });
    return { id: idText(id) };
  }

  @Get()
  @Permit('imports.run')
  @ShowsPage(ImportShown, { summary: '导入记录,最近的在前 · imports, newest first' })
  async list(@Ctx() ctx: Context, @Query() query: ImportQuery): Promise<Page<ImportShown>> {
    const before = readCursor<[number]>(query.cursor, ['number'])?.[0];
    const { kind, state, limit } = query;
    const rows = await this.imports.list(this.transactions.read, this.intake.seen(ctx), { kind, state, before }, limit + 1);
    const views = await this.shown.views(rows);
    return pageOf(
      rows,
      limit,
      (row) => views.get(row.id)!,
      (row) => [row.id],
    );
  }

  @Get(':id')
  @Permit('imports.run')
  @Shows(ImportShown, { summary: '一次导入的进展 · one import and how far it is' })
  async one(@Ctx() ctx: Context, @Param('id', IdPipe) id: number): Promise<ImportShown> {
    const found = await this.intake.find(this.transactions.read, ctx, id);
    return (await this.shown.views([found])).get(found.id)!;
  }

  @Get(':id/rows')
  @Permit('imports.run')
  @ShowsPage(ImportRowShown, { summary: '逐行判定 · the verdict of each row' })
  async rows(@Ctx() ctx: Context, @Param('id', IdPipe) id: number, @Query() query: ImportRowsQuery): Promise<Page<ImportRowShown>> {
    const after = readCursor<[number]>(query.cursor, ['number'])?.[0] ?? 0;
    await this.intake.find(this.transactions.read, ctx, id);
    const rows = await this.imports.rows(this.transactions.read, id, { verdict: query.verdict, after }, query.limit + 1);
    return pageOf(rows, query.limit, importRowView, (row) => [row.position]);
  }

  @Post(':id/check')
  @HttpCode(202)
  @Permit('imports.run')
  @Shows(ImportIdView, { status: 202, summary: '重新检查:没有写入过的,例如已取消的 · check once more what nothing was written from' })
  @Refuses('transitionNotAllowed')
  async checkAgain(@Ctx() ctx: Context, @Param('id', IdPipe) id: number): Promise<ImportIdView> {
    return { id: idText((await this.again.run(ctx, { id })).id) };
  }

  @Post(':id/apply')
  @HttpCode(202)
  @Permit('imports.run')
  @Shows(ImportIdView, { status: 202, summary: '写入已检查的工作簿 · apply what was checked' })
  @Refuses('importNotChecked', 'transitionNotAllowed')
  async confirm(@Ctx() ctx: Context, @Param('id', IdPipe) id: number): Promise<ImportIdView> {
    return { id: idText((await this.apply.run(ctx, { id })).id) };
  }

  @Post(':id/cancel')
  @HttpCode(202)
  @Permit('imports.run')
  @Shows(ImportIdView, { status: 202, summary: '取消正在进行的检查、写入或撤回 · call off a check, an application or a revert under way' })
  @Refuses('transitionNotAllowed')
  async callOff(@Ctx() ctx: Context, @Param('id', IdPipe) id: number): Promise<ImportIdView> {
    return { id: idText((await this.cancel.run(ctx, { id })).id) };
  }

  @Post(':id/revert')
  @HttpCode(202)
  @Permit('imports.run')
  @Shows(ImportIdView, { status: 202, summary: '整批撤回 · undo the whole import' })
  @Refuses('importNotApplied', 'importEffectsUnknown')
  async recall(@Ctx() ctx: Context, @Param('id', IdPipe) id: number): Promise<ImportIdView> {
    return { id: idText((await this.revert.run(ctx, { id })).id) };
  }
}
