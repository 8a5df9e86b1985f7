import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Context } from '#platform/context';
import { Transactions } from '#platform/database';
import { FindClassHeads, ForeseeClassStates } from '#schedule';
import { FiguresRepository } from '#statistics';
import { Ctx, IdPipe, type Page, pageOf, Permit, readCursor, Refuses, Shows, ShowsPage } from '../wire/index.js';
import { ClassHeadQuery, classHeadView, ClassHeadView, classOutlookView, ClassOutlookView } from './class-outlook.dto.js';

@ApiTags('classes')
@Controller('v1/classes/:id/outlook')
export class ClassOutlookController {
  constructor(
    private readonly transactions: Transactions,
    private readonly foresee: ForeseeClassStates,
    private readonly figures: FiguresRepository,
  ) {}

  @Get()
  @Permit('classes.read')
  @Shows(ClassOutlookView, { summary: '可作的变更与后果、已计入的数 · what may become of a class, and what it counts' })
  async outlook(@Ctx() ctx: Context, @Param('id', IdPipe) id: number): Promise<ClassOutlookView> {
    return classOutlookView(await this.foresee.run(ctx, { id }), await this.figures.ofClass(this.transactions.read, id));
  }
}

@ApiTags('classes')
@Controller('v1/class-heads')
export class ClassHeadsController {
  constructor(private readonly heads: FindClassHeads) {}

  @Get()
  @Permit('classes.manage')
  @ShowsPage(ClassHeadView, { summary: '可任班主任的账号 · accounts that may head a class' })
  @Refuses('cursorInvalid')
  async list(@Ctx() ctx: Context, @Query() { q, limit, cursor }: ClassHeadQuery): Promise<Page<ClassHeadView>> {
    const after = readCursor<[number]>(cursor, ['number'])?.[0] ?? 0;
    const rows = await this.heads.run(ctx, { q, after, limit: limit + 1 });
    return pageOf(rows, limit, classHeadView, (row) => [row.id]);
  }
}
