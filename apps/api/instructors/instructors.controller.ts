import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { scopeOf } from '#access';
import { CreateInstructor, InstructorRepository, ofEngagement, UpdateInstructor, withTag } from '#instructors';
import type { Context } from '#platform/context';
import { RegisterKeeper } from '#units';
import { Ctx, IdPipe, IfMatch, type Page, pageOf, Permit, readCursor, Refuses, Shows, ShowsPage } from '../wire/index.js';
import { InstructorChangeFields, InstructorFields, InstructorQuery, instructorView, InstructorView } from './instructors.dto.js';

@ApiTags('instructors')
@Controller('v1/instructors')
export class InstructorsController {
  constructor(
    private readonly keeper: RegisterKeeper,
    private readonly instructors: InstructorRepository,
    private readonly create: CreateInstructor,
    private readonly update: UpdateInstructor,
  ) {}

  @Get()
  @Permit('catalogue.read')
  @ShowsPage(InstructorView, { summary: '教师列表,全县可见 · list instructors, county-wide' })
  @Refuses('cursorInvalid')
  async list(@Ctx() ctx: Context, @Query() query: InstructorQuery): Promise<Page<InstructorView>> {
    const rows = await this.keeper.list(this.instructors, {
      scope: scopeOf(ctx, 'catalogue.read'),
      filter: { unitId: query.unit, q: query.q, code: query.code },
      more: [...(query.tag ? [withTag(query.tag)] : []), ...(query.engagement ? [ofEngagement(query.engagement)] : [])],
      afterId: readCursor<[number]>(query.cursor, ['number'])?.[0] ?? 0,
      limit: query.limit + 1,
    });
    return pageOf(rows, query.limit, instructorView, (row) => [row.id]);
  }

  @Get(':id')
  @Permit('catalogue.read')
  @Shows(InstructorView, { summary: '一位教师 · one instructor' })
  async one(@Ctx() ctx: Context, @Param('id', IdPipe) id: number): Promise<InstructorView> {
    return instructorView(await this.keeper.one(this.instructors, scopeOf(ctx, 'catalogue.read'), id));
  }

  @Post()
  @Permit('catalogue.manage')
  @Shows(InstructorView, { status: 201, summary: '新增教师 · add an instructor' })
  @Refuses('referenceUnknown', 'unitRetired', 'alreadyExists')
  async add(@Ctx() ctx: Context, @Body() body: InstructorFields): Promise<InstructorView> {
    return this.one(ctx, (await this.create.run(ctx, body)).id);
  }

  @Patch(':id')
  @Permit('catalogue.manage')
  @Shows(InstructorView, { summary: '修改教师 · change an instructor' })
  @Refuses('referenceUnknown', 'unitRetired')
  async change(
    @Ctx() ctx: Context,
    @Param('id', IdPipe) id: number,
    @IfMatch() version: number,
    @Body() changes: InstructorChangeFields,
  ): Promise<InstructorView> {
    await this.update.run(ctx, { id, version, changes });
    return this.one(ctx, id);
  }
}
