import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { scopeOf } from '#access';
import { type Context } from '#platform/context';
import { Transactions } from '#platform/database';
import { required } from '#platform/refusal';
import { UnitRepository } from '#units';
import { Ctx, IdPipe, type Page, PageQuery, Permit, Refuses, ShowsPage } from '../wire/index.js';
import { HistoryEntryView } from './history.dto.js';
import { ShownHistory } from './shown-history.js';

@ApiTags('units')
@Controller('v1/units')
export class UnitHistoryController {
  constructor(
    private readonly transactions: Transactions,
    private readonly units: UnitRepository,
    private readonly shown: ShownHistory,
  ) {}

  @Get(':id/history')
  @Permit('units.read')
  @ShowsPage(HistoryEntryView, { summary: '单位的修改历史,最近的在前 · who changed what of a unit, newest first' })
  @Refuses('cursorInvalid')
  async list(@Ctx() ctx: Context, @Param('id', IdPipe) id: number, @Query() query: PageQuery): Promise<Page<HistoryEntryView>> {
    required(await this.units.find(this.transactions.read, scopeOf(ctx, 'units.read'), id), 'notFound');
    return this.shown.page(ctx, { noun: 'unit', id }, query);
  }
}
