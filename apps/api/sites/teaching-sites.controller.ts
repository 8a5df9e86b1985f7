import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { scopeOf } from '#access';
import { BaseRepository, CreateSite, ofBase, SiteRepository, type SiteRow, UpdateSite } from '#sites';
import type { Context } from '#platform/context';
import { Transactions } from '#platform/database';
import { RegisterKeeper } from '#units';
import { Ctx, IdPipe, IfMatch, type Page, pageOf, Permit, readCursor, Refuses, Shows, ShowsPage } from '../wire/index.js';
import {
  TeachingSiteChangeFields,
  TeachingSiteFields,
  TeachingSiteQuery,
  teachingSiteView,
  TeachingSiteView,
} from './teaching-sites.dto.js';

@ApiTags('sites')
@Controller('v1/teaching-sites')
export class TeachingSitesController {
  constructor(
    private readonly transactions: Transactions,
    private readonly keeper: RegisterKeeper,
    private readonly bases: BaseRepository,
    private readonly sites: SiteRepository,
    private readonly create: CreateSite,
    private readonly update: UpdateSite,
  ) {}

  @Get()
  @Permit('catalogue.read')
  @ShowsPage(TeachingSiteView, { summary: '现场教学点列表,全县可见 · list teaching sites, county-wide' })
  @Refuses('cursorInvalid')
  async list(@Ctx() ctx: Context, @Query() query: TeachingSiteQuery): Promise<Page<TeachingSiteView>> {
    const rows = await this.keeper.list(this.sites, {
      scope: scopeOf(ctx, 'catalogue.read'),
      filter: { unitId: query.unit, q: query.q, code: query.code },
      more: query.base ? [ofBase(query.base)] : [],
      afterId: readCursor<[number]>(query.cursor, ['number'])?.[0] ?? 0,
      limit: query.limit + 1,
    });
    const bases = await this.basesOf(rows);
    return pageOf(
      rows,
      query.limit,
      (row) => teachingSiteView(row, bases),
      (row) => [row.id],
    );
  }

  @Get(':id')
  @Permit('catalogue.read')
  @Shows(TeachingSiteView, { summary: '一个现场教学点 · one teaching site' })
  async one(@Ctx() ctx: Context, @Param('id', IdPipe) id: number): Promise<TeachingSiteView> {
    const row = await this.keeper.one(this.sites, scopeOf(ctx, 'catalogue.read'), id);
    return teachingSiteView(row, await this.basesOf([row]));
  }

  @Post()
  @Permit('catalogue.manage')
  @Shows(TeachingSiteView, { status: 201, summary: '新增现场教学点 · add a teaching site' })
  @Refuses('referenceUnknown', 'unitRetired', 'unitLevelInvalid', 'alreadyExists')
  async add(@Ctx() ctx: Context, @Body() body: TeachingSiteFields): Promise<TeachingSiteView> {
    return this.one(ctx, (await this.create.run(ctx, body)).id);
  }

  @Patch(':id')
  @Permit('catalogue.manage')
  @Shows(TeachingSiteView, { summary: '修改现场教学点 · change a teaching site' })
  @Refuses('referenceUnknown', 'unitRetired', 'unitLevelInvalid')
  async change(
    @Ctx() ctx: Context,
    @Param('id', IdPipe) id: number,
    @IfMatch() version: number,
    @Body() changes: TeachingSiteChangeFields,
  ): Promise<TeachingSiteView> {
    await this.update.run(ctx, { id, version, changes });
    return this.one(ctx, id);
  }

  private basesOf(rows: readonly SiteRow[]): Promise<Map<number, { name: string }>> {
    return this.bases.byIds(this.transactions.read, [...new Set(rows.flatMap((row) => row.baseId ?? []))]);
  }
}
