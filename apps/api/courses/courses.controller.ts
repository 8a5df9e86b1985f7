import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { scopeOf } from '#access';
import { CourseRepository, CreateCourse, ofKind, UpdateCourse } from '#courses';
import type { Context } from '#platform/context';
import { RegisterKeeper } from '#units';
import { Ctx, IdPipe, IfMatch, type Page, pageOf, Permit, readCursor, Refuses, Shows, ShowsPage } from '../wire/index.js';
import { CourseChangeFields, CourseFields, CourseQuery, courseView, CourseView } from './courses.dto.js';

@ApiTags('courses')
@Controller('v1/courses')
export class CoursesController {
  constructor(
    private readonly keeper: RegisterKeeper,
    private readonly courses: CourseRepository,
    private readonly create: CreateCourse,
    private readonly update: UpdateCourse,
  ) {}

  @Get()
  @Permit('catalogue.read')
  @ShowsPage(CourseView, { summary: '课程列表,全县可见 · list courses, county-wide' })
  @Refuses('cursorInvalid')
  async list(@Ctx() ctx: Context, @Query() query: CourseQuery): Promise<Page<CourseView>> {
    const rows = await this.keeper.list(this.courses, {
      scope: scopeOf(ctx, 'catalogue.read'),
      filter: { unitId: query.unit, q: query.q, code: query.code },
      more: query.kind ? [ofKind(query.kind)] : [],
      afterId: readCursor<[number]>(query.cursor, ['number'])?.[0] ?? 0,
      limit: query.limit + 1,
    });
    return pageOf(rows, query.limit, courseView, (row) => [row.id]);
  }

  @Get(':id')
  @Permit('catalogue.read')
  @Shows(CourseView, { summary: '一门课程 · one course' })
  async one(@Ctx() ctx: Context, @Param('id', IdPipe) id: number): Promise<CourseView> {
    return courseView(await this.keeper.one(this.courses, scopeOf(ctx, 'catalogue.read'), id));
  }

  @Post()
  @Permit('catalogue.manage')
  @Shows(CourseView, { status: 201, summary: '新增课程 · add a course' })
  @Refuses('referenceUnknown', 'unitRetired', 'alreadyExists')
  async add(@Ctx() ctx: Context, @Body() body: CourseFields): Promise<CourseView> {
    return this.one(ctx, (await this.create.run(ctx, body)).id);
  }

  @Patch(':id')
  @Permit('catalogue.manage')
  @Shows(CourseView, { summary: '修改课程 · change a course' })
  @Refuses('referenceUnknown', 'unitRetired')
  async change(
    @Ctx() ctx: Context,
    @Param('id', IdPipe) id: number,
    @IfMatch() version: number,
    @Body() changes: CourseChangeFields,
  ): Promise<CourseView> {
    await this.update.run(ctx, { id, version, changes });
    return this.one(ctx, id);
  }
}
