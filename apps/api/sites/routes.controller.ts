import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { scopeOf } from '#access';
import { CreateRoute, RouteRepository, type RouteRow, SiteRepository, type SiteRow, stoppingAt, UpdateRoute } from '#sites';
import type { Context } from '#platform/context';
import { Transactions } from '#platform/database';
import { RegisterKeeper } from '#units';
import { Ctx, IdPipe, IfMatch, type Page, pageOf, Permit, readCursor, Refuses, Shows, ShowsPage } from '../wire/index.js';
import { RouteChangeFields, RouteFields, RouteQuery, routeView, RouteView } from './routes.dto.js';

@ApiTags('sites')
@Controller('v1/routes')
export class RoutesController {
  constructor(
    private readonly transactions: Transactions,
    private readonly keeper: RegisterKeeper,
    private readonly sites: SiteRepository,
    private readonly routes: RouteRepository,
    private readonly create: CreateRoute,
    private readonly update: UpdateRoute,
  ) {}

  @Get()
  @Permit('catalogue.read')
  @ShowsPage(RouteView, { summary: '学习线路列表,全县可见 · list learning routes, county-wide' })
  @Refuses('cursorInvalid')
  async list(@Ctx() ctx: Context, @Query() query: RouteQuery): Promise<Page<RouteView>> {
    const rows = await this.keeper.list(this.routes, {
      scope: scopeOf(ctx, 'catalogue.read'),
      filter: { unitId: query.unit, q: query.q, code: query.code },
      more: query.site ? [stoppingAt(query.site)] : [],
      afterId: readCursor<[number]>(query.cursor, ['number'])?.[0] ?? 0,
      limit: query.limit + 1,
    });
    const sites = await this.sitesOf(rows);
    return pageOf(
      rows,
      query.limit,
      (row) => routeView(row, sites),
      (row) => [row.id],
    );
  }

  @Get(':id')
  @Permit('catalogue.read')
  @Shows(RouteView, { summary: '一条学习线路 · one learning route' })
  async one(@Ctx() ctx: Context, @Param('id', IdPipe) id: number): Promise<RouteView> {
    const row = await this.keeper.one(this.routes, scopeOf(ctx, 'catalogue.read'), id);
    return routeView(row, await this.sitesOf([row]));
  }

  @Post()
  @Permit('catalogue.manage')
  @Shows(RouteView, { status: 201, summary: '新增学习线路 · add a learning route' })
  @Refuses('referenceUnknown', 'unitRetired', 'alreadyExists')
  async add(@Ctx() ctx: Context, @Body() body: RouteFields): Promise<RouteView> {
    return this.one(ctx, (await this.create.run(ctx, body)).id);
  }

  @Patch(':id')
  @Permit('catalogue.manage')
  @Shows(RouteView, { summary: '修改学习线路 · change a learning route' })
  @Refuses('referenceUnknown', 'unitRetired')
  async change(
    @Ctx() ctx: Context,
    @Param('id', IdPipe) id: number,
    @IfMatch() version: number,
    @Body() changes: RouteChangeFields,
  ): Promise<RouteView> {
    await this.update.run(ctx, { id, version, changes });
    return this.one(ctx, id);
  }

  private sitesOf(rows: readonly RouteRow[]): Promise<Map<number, SiteRow>> {
    return this.sites.byIds(this.transactions.read, [...new Set(rows.flatMap(({ stops }) => stops.map(({ siteId }) => siteId)))]);
  }
}
