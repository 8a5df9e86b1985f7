import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { scopeOf } from '#access';
import { BaseRepository, CreateBase, UpdateBase } from '#sites';
import type { Context } from '#platform/context';
import { RegisterKeeper } from '#units';
import { Ctx, IdPipe, IfMatch, type Page, pageOf, Permit, readCursor, Refuses, Shows, ShowsPage } from '../wire/index.js';
import {
  TrainingBaseChangeFields,
  TrainingBaseFields,
  TrainingBaseQuery,
  trainingBaseView,
  TrainingBaseView,
} from './training-bases.dto.js';

@ApiTags('sites')
@Controller('v1/training-bases')
export class TrainingBasesController {
  constructor(
    private readonly keeper: RegisterKeeper,
    private readonly bases: BaseRepository,
    private readonly create: CreateBase,
    private readonly update: UpdateBase,
  ) {}

  @Get()
  @Permit('catalogue.read')
  @ShowsPage(TrainingBaseView, { summary: '培训基地列表,全县可见 · list training bases, county-wide' })
  @Refuses('cursorInvalid')
  async list(@Ctx() ctx: Context, @Query() query: TrainingBaseQuery): Promise<Page<TrainingBaseView>> {
    const rows = await this.keeper.list(this.bases, {
      scope: scopeOf(ctx, 'catalogue.read'),
      filter: { unitId: query.unit, q: query.q, code: query.code },
      afterId: readCursor<[number]>(query.cursor, ['number'])?.[0] ?? 0,
      limit: query.limit + 1,
    });
    return pageOf(rows, query.limit, trainingBaseView, (row) => [row.id]);
  }

  @Get(':id')
  @Permit('catalogue.read')
  @Shows(TrainingBaseView, { summary: '一个培训基地 · one training base' })
  async one(@Ctx() ctx: Context, @Param('id', IdPipe) id: number): Promise<TrainingBaseView> {
    return trainingBaseView(await this.keeper.one(this.bases, scopeOf(ctx, 'catalogue.read'), id));
  }

  @Post()
  @Permit('catalogue.manage')
  @Shows(TrainingBaseView, { status: 201, summary: '新增培训基地 · add a training base' })
  @Refuses('referenceUnknown', 'unitRetired', 'alreadyExists')
  async add(@Ctx() ctx: Context, @Body() body: TrainingBaseFields): Promise<TrainingBaseView> {
    return this.one(ctx, (await this.create.run(ctx, body)).id);
  }

  @Patch(':id')
  @Permit('catalogue.manage')
  @Shows(TrainingBaseView, { summary: '修改培训基地 · change a training base' })
  @Refuses('referenceUnknown', 'unitRetired')
  async change(
    @Ctx() ctx: Context,
    @Param('id', IdPipe) id: number,
    @IfMatch() version: number,
    @Body() changes: TrainingBaseChangeFields,
  ): Promise<TrainingBaseView> {
    await this.update.run(ctx, { id, version, changes });
    return this.one(ctx, id);
  }
}
