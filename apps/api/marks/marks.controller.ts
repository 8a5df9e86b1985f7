import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Context } from '#platform/context';
import { ListMarks } from '#statistics';
import { pageOfPlaces, readPlace } from '../sessions/session-cursor.js';
import { Ctx, type Page, Permit, Refuses, ShowsPage } from '../wire/index.js';
import { MarkQuery, markView, MarkView } from './marks.dto.js';

@ApiTags('marks')
@Controller('v1/marks')
export class MarksController {
  constructor(private readonly marks: ListMarks) {}

  @Get()
  @Permit('attendance.settle')
  @ShowsPage(MarkView, { summary: '登记列表,可只列待处理的 · list marks, all or only those that need somebody' })
  @Refuses('cursorInvalid')
  async list(@Ctx() ctx: Context, @Query() query: MarkQuery): Promise<Page<MarkView>> {
    const { session: sessionId, class: classId, unit: unitId, from, to, late, needs, limit } = query;
    const filter = { sessionId, classId, unitId, from, to, late, needs };
    return pageOfPlaces(await this.marks.run(ctx, filter, { after: readPlace(query.cursor), limit }), markView);
  }
}
