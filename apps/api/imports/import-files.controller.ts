import { PassThrough } from 'node:stream';
import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { importKinds } from '#contract';
import { type Context } from '#platform/context';
import { Transactions } from '#platform/database';
import {
  FaultyRows,
  ImporterRegistry,
  ImportIntake,
  ImportReadingRepository,
  MapImport,
  ShowImportSheets,
  templateOf,
} from '#platform/imports';
import { Refusal } from '#platform/refusal';
import { workbookBuffer, writeWorkbook } from '#platform/workbook';
import {
  Ctx,
  IdPipe,
  idText,
  type Page,
  pageOf,
  PageQuery,
  Permit,
  readCursor,
  Refuses,
  Shows,
  ShowsList,
  ShowsPage,
  ShowsWorkbook,
  workbookAnswer,
} from '../wire/index.js';
import { ImportIdView } from './imports.dto.js';
import { ImportKindView, kindView, MappingRequest, SheetTopView, SkippedRowView } from './reading.dto.js';

/** The files of imports: what they may look like, how one is read, and what is given back of it. */
@ApiTags('imports')
@Controller('v1/imports')
export class ImportFilesController {
  constructor(
    private readonly transactions: Transactions,
    private readonly registry: ImporterRegistry,
    private readonly intake: ImportIntake,
    private readonly readings: ImportReadingRepository,
    private readonly sheets: ShowImportSheets,
    private readonly map: MapImport,
    private readonly faulty: FaultyRows,
  ) {}

  @Get('kinds')
  @Permit('imports.run')
  @ShowsList(ImportKindView, { summary: '我可以导入什么,各有哪些列 · what I may import, and the columns of each' })
  kinds(@Ctx() ctx: Context): ImportKindView[] {
    const known = this.registry.kinds();
    return importKinds.filter((kind) => known.includes(kind) && this.may(ctx, kind)).map((kind) => kindView(this.registry.of(kind)));
  }

  @Get('templates/:kind')
  @Permit('imports.run')
  @ShowsWorkbook({ summary: '导入模板 · an empty workbook of this kind, with what each column takes' })
  @Refuses('importKindUnknown', 'notFound')
  async template(@Ctx() ctx: Context, @Param('kind') kind: string): Promise<StreamableFile> {
    const importer = this.registry.of(kind);
    this.intake.paths(ctx, importer.kind);
    return workbookAnswer(`导入模板-${importer.kind}`, await workbookBuffer(templateOf(importer)));
  }

  @Get(':id/sheets')
  @Permit('imports.run')
  @ShowsList(SheetTopView, { summary: '各工作表的前二十行,及其列的对应 · the top of each sheet, and how its columns are read' })
  @Refuses('notAWorkbook')
  async tops(@Ctx() ctx: Context, @Param('id', IdPipe) id: number): Promise<SheetTopView[]> {
    return this.sheets.run(ctx, { id });
  }

  @Post(':id/mapping')
  @HttpCode(202)
  @Permit('imports.run')
  @Shows(ImportIdView, { status: 202, summary: '说明表头和各列,重新检查 · say where header and columns are; it is checked anew' })
  @Refuses('transitionNotAllowed')
  async tell(@Ctx() ctx: Context, @Param('id', IdPipe) id: number, @Body() { sheets }: MappingRequest): Promise<ImportIdView> {
    return { id: idText((await this.map.run(ctx, { id, sheets })).id) };
  }

  @Get(':id/skipped')
  @Permit('imports.run')
  @ShowsPage(SkippedRowView, { summary: '没有当作数据的行:合计、空行、重复的表头 · rows that are no data, and why' })
  async skipped(@Ctx() ctx: Context, @Param('id', IdPipe) id: number, @Query() query: PageQuery): Promise<Page<SkippedRowView>> {
    const after = readCursor<[number]>(query.cursor, ['number'])?.[0] ?? 0;
    await this.intake.find(this.transactions.read, ctx, id);
    const rows = await this.readings.skipped(this.transactions.read, id, after, query.limit + 1);
    return pageOf(
      rows,
      query.limit,
      ({ sheet, rowNo, reason }) => ({ sheet, row: rowNo, reason }),
      ({ position }) => [position],
    );
  }

  @Get(':id/faults.xlsx')
  @Permit('imports.run')
  @ShowsWorkbook({ summary: '有误的行,原样附原因 · the faulty rows as they were sent, each with its reason' })
  @Refuses('importNotChecked')
  async faults(@Ctx() ctx: Context, @Param('id', IdPipe) id: number): Promise<StreamableFile> {
    const { fileName, sheets, close } = await this.faulty.run(ctx, { id });
    const out = new PassThrough();
    // A failure destroys the stream, and with it the answer: half a workbook is none.
    void writeWorkbook(sheets, out)
      .catch(() => out.destroy())
      .finally(close);
    return workbookAnswer(`${fileName}-有误的行`, out);
  }

  private may(ctx: Context, kind: string): boolean {
    try {
      return this.intake.paths(ctx, kind).length > 0;
    } catch (refused) {
      if (refused instanceof Refusal) return false;
      throw refused;
    }
  }
}
