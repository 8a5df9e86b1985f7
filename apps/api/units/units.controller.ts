import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { scopeOf } from '#access';
import { type Context } from '#platform/context';
import { Transactions } from '#platform/database';
import { required } from '#platform/refusal';
import { CreateUnit, normaliseUnitCode, RetireUnit, UnitRepository, UpdateUnit } from '#units';
import { Ctx, IdPipe, IfMatch, type Page, pageOf, Permit, readCursor, Refuses, Shows, ShowsPage } from '../wire/index.js';
import { UnitChangeFields, UnitFields, UnitQuery, UnitRetirementFields, unitView, UnitView } from './units.dto.js';

@ApiTags('units')
@Controller('v1/units')
export class UnitsController {
  constructor(
    private readonly transactions: Transactions,
    private readonly units: UnitRepository,
    private readonly create: CreateUnit,
    private readonly update: UpdateUnit,
    private readonly retirement: RetireUnit,
  ) {}

  @Get()
  @Permit('units.read')
  @ShowsPage(UnitView, { summary: '单位列表:本单位及下级 · list one’s units and what is under them' })
  @Refuses('cursorInvalid')
  async list(@Ctx() ctx: Context, @Query() { limit, cursor, level, parentId, code, q, living, top }: UnitQuery): Promise<Page<UnitView>> {
    const after = readCursor<[number]>(cursor, ['number'])?.[0] ?? 0;
    const filter = { level, parentId, code: code && normaliseUnitCode(code), q, living, top };
    const rows = await this.units.list(this.transactions.read, scopeOf(ctx, 'units.read'), filter, after, limit + 1);
    return pageOf(rows, limit, unitView, (row) => [row.id]);
  }

  @Get(':id')
  @Permit('units.read')
  @Shows(UnitView, { summary: '一个单位 · one unit' })
  async one(@Ctx() ctx: Context, @Param('id', IdPipe) id: number): Promise<UnitView> {
    return unitView(required(await this.units.find(this.transactions.read, scopeOf(ctx, 'units.read'), id), 'notFound'));
  }

  @Post()
  @Permit('units.manage')
  @Shows(UnitView, { status: 201, summary: '增设单位 · add a unit' })
  @Refuses('referenceUnknown', 'unitRetired', 'unitLevelInvalid', 'alreadyExists')
  async add(@Ctx() ctx: Context, @Body() body: UnitFields): Promise<UnitView> {
    const { id } = await this.create.run(ctx, { scope: scopeOf(ctx, 'units.manage'), ...body });
    return this.one(ctx, id);
  }

  @Patch(':id')
  @Permit('units.manage')
  @Shows(UnitView, { summary: '单位更名、打开或关闭照片 · rename a unit, switch photos on or off' })
  async change(
    @Ctx() ctx: Context,
    @Param('id', IdPipe) id: number,
    @IfMatch() version: number,
    @Body() body: UnitChangeFields,
  ): Promise<UnitView> {
    await this.update.run(ctx, { scope: scopeOf(ctx, 'units.manage'), id, version, ...body });
    return this.one(ctx, id);
  }

  @Post(':id/retire')
  @HttpCode(200)
  @Permit('units.manage')
  @Shows(UnitView, { summary: '撤销或并入他单位 · retire a unit, in favour of another' })
  @Refuses('unitRetired', 'unitNotEmpty', 'unitLevelInvalid', 'datesReversed', 'referenceUnknown')
  async retire(
    @Ctx() ctx: Context,
    @Param('id', IdPipe) id: number,
    @IfMatch() version: number,
    @Body() body: UnitRetirementFields,
  ): Promise<UnitView> {
    await this.retirement.run(ctx, { scope: scopeOf(ctx, 'units.manage'), id, version, ...body });
    return this.one(ctx, id);
  }
}
