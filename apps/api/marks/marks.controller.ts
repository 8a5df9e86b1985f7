import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DecideMark, ReceiveMarks } from '#attendance';
import { now } from '#platform/clock';
import { type Context } from '#platform/context';
import { ListMarks } from '#statistics';
import { VerdictsView } from '../field/field.dto.js';
import { pageOfPlaces, readPlace } from '../sessions/session-cursor.js';
import { Ctx, Keyless, type Page, Permit, Refuses, Shows, ShowsPage, UuidPipe } from '../wire/index.js';
import { DecidedView, DecisionFields, MarkQuery, MarksFields, markView, MarkView } from './marks.dto.js';

@ApiTags('marks')
@Controller('v1/marks')
export class MarksController {
  constructor(
    private readonly marks: ListMarks,
    private readonly receive: ReceiveMarks,
    private readonly decide: DecideMark,
  ) {}

  @Get()
  @Permit('attendance.settle')
  @ShowsPage(MarkView, { summary: '登记列表,可只列待处理的 · list marks, all or only those that need somebody' })
  @Refuses('cursorInvalid')
  async list(@Ctx() ctx: Context, @Query() query: MarkQuery): Promise<Page<MarkView>> {
    const { session: sessionId, class: classId, unit: unitId, person: personId, from, to, late, needs, decided, limit } = query;
    const filter = { sessionId, classId, unitId, personId, from, to, late, needs, decided };
    return pageOfPlaces(await this.marks.run(ctx, filter, { after: readPlace(query.cursor), limit }), markView);
  }

  @Post()
  @HttpCode(200)
  @Permit('attendance.settle')
  @Keyless()
  @Shows(VerdictsView, { summary: '在控制台登记,以 replaces 解决争议 · mark at the console; naming what it replaces settles a dispute' })
  async record(@Ctx() ctx: Context, @Body() { marks }: MarksFields): Promise<VerdictsView> {
    // Every mark has an id of its own: it can be sent again without another key.
    const verdicts = await this.receive.run({ ...ctx, idempotency: undefined }, { marks, origin: 'console' });
    return { verdicts, serverTime: now().toISOString() };
  }

  @Post(':id/decide')
  @HttpCode(200)
  @Permit('attendance.settle')
  @Shows(DecidedView, { summary: '处理待定登记 · admit, reject, or match a mark that waits' })
  @Refuses('nothingToDecide', 'personUnknown')
  settle(@Ctx() ctx: Context, @Param('id', UuidPipe) id: string, @Body() body: DecisionFields): Promise<DecidedView> {
    return this.decide.run(ctx, { id, ...body });
  }
}
