import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { scopeOf } from '#access';
import { PersonRepository, PersonTwins } from '#people';
import { type Context } from '#platform/context';
import { Transactions } from '#platform/database';
import { required } from '#platform/refusal';
import { PreviewMerge, ShowTrainingRecord } from '#statistics';
import { Ctx, IdPipe, type Page, pageOf, Permit, readCursor, Refuses, Shows, ShowsList, ShowsPage } from '../wire/index.js';
import { TwinView } from './people.dto.js';
import { MergePreviewQuery, mergePreviewView, MergePreviewView, TrainedInView, trainedInView, TrainingQuery } from './person-record.dto.js';
import { ShownPeople } from './shown-people.js';

/** What stands behind a person: their training, other records that may be the same person, and what a merge would do to the figures. */
@ApiTags('people')
@Controller('v1/people/:id')
export class PersonRecordController {
  constructor(
    private readonly transactions: Transactions,
    private readonly people: PersonRepository,
    private readonly twins: PersonTwins,
    private readonly shown: ShownPeople,
    private readonly training: ShowTrainingRecord,
    private readonly preview: PreviewMerge,
  ) {}

  @Get('training')
  @Permit('people.read')
  @ShowsPage(TrainedInView, { summary: '培训档案:上过的班和到课次数 · classes of a person, with what they attended' })
  @Refuses('cursorInvalid')
  async classes(@Ctx() ctx: Context, @Param('id', IdPipe) id: number, @Query() query: TrainingQuery): Promise<Page<TrainedInView>> {
    const before = readCursor<[number]>(query.cursor, ['number'])?.[0] ?? null;
    const rows = await this.training.run(ctx, { id, before, limit: query.limit });
    return pageOf(rows, query.limit, trainedInView, (row) => [row.classId]);
  }

  @Get('twins')
  @Permit('people.read')
  @ShowsList(TwinView, { summary: '疑似同一人的其他记录 · other records that may be the same person, twenty at most' })
  async others(@Ctx() ctx: Context, @Param('id', IdPipe) id: number): Promise<TwinView[]> {
    const [db, scope] = [this.transactions.read, scopeOf(ctx, 'people.read')];
    required(await this.people.find(db, scope, id), 'notFound');
    const found = await this.twins.of(db, scope, id);
    const rows = await this.people.byIds(
      db,
      found.map((twin) => twin.id),
    );
    const views = await this.shown.views(db, [...rows.values()]);
    const byId = new Map(views.map((view) => [Number(view.id), view]));
    return found.map(({ id: twin, signs }) => ({ person: byId.get(twin)!, signs }));
  }

  @Get('merge-preview')
  @Permit('people.merge')
  @Shows(MergePreviewView, { summary: '合并或撤销合并后统计的变化,只算不存 · what a merge would do to the figures; nothing is kept' })
  @Refuses('referenceUnknown', 'mergeWithSelf', 'alreadyMerged', 'notMerged')
  async figures(@Ctx() ctx: Context, @Param('id', IdPipe) id: number, @Query() { into }: MergePreviewQuery): Promise<MergePreviewView> {
    return mergePreviewView(await this.preview.run(ctx, { id, intoId: into }));
  }
}
