import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { inScope, scopeOf } from '#access';
import { type Context } from '#platform/context';
import { Transactions } from '#platform/database';
import { required } from '#platform/refusal';
import { FormerNames, UnitRepository } from '#units';
import { Ctx, IdPipe, Permit, Shows } from '../wire/index.js';
import { namedUnitView, UnitPlaceView } from './units.dto.js';

/** Where a unit stands among the others, and what it was called. */
@ApiTags('units')
@Controller('v1/units/:id/place')
export class UnitPlaceController {
  constructor(
    private readonly transactions: Transactions,
    private readonly units: UnitRepository,
    private readonly names: FormerNames,
  ) {}

  @Get()
  @Permit('units.read')
  @Shows(UnitPlaceView, { summary: '单位的上级、承接和曾用名 · what stands above a unit, what took over, what it was called' })
  place(@Ctx() ctx: Context, @Param('id', IdPipe) id: number): Promise<UnitPlaceView> {
    const scope = scopeOf(ctx, 'units.read');
    return this.transactions.snapshot(async (db) => {
      const unit = required(await this.units.find(db, scope, id), 'notFound');
      const above = idsAbove(unit.path);
      const now = idsAbove(unit.accessPath);
      const found = await this.units.byIds(db, [...above, ...now, ...(unit.successorId === null ? [] : [unit.successorId])]);
      const isSeen = (one: { accessPath: string } | undefined): boolean => one !== undefined && inScope(scope, one.accessPath);
      const successor = unit.successorId === null ? undefined : found.get(unit.successorId);
      const ended = await this.units.endedInto(db, id);
      return {
        above: above.flatMap((one) => (isSeen(found.get(one)) ? [namedUnitView(found.get(one)!)] : [])),
        successor: successor ? namedUnitView(successor) : null,
        predecessors: ended.map(namedUnitView),
        names: await this.names.of(db, id),
        photosAbove: now.some((one) => found.get(one)?.photos === 1),
      };
    });
  }
}

const idsAbove = (path: string): number[] => path.split('/').filter(Boolean).map(Number).slice(0, -1);
