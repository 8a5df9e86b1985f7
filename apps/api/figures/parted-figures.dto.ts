import { type Breakdown, breakdowns, engagements, type Engagement } from '#contract';
import { IntersectionType } from '@nestjs/swagger';
import {
  type AskedCut,
  type BreakdownFigure,
  type BreakdownFigures,
  cuts,
  type InstructorFigures,
  type PartakerFigures,
  type SessionSums,
  type SiteFigures,
} from '#statistics';
import {
  Decimal,
  Id,
  idText,
  OneOf,
  PageQuery,
  Shown,
  ShownPart,
  ShownParts,
  SomeOf,
  Text,
  type Told,
  Whole,
  writeCursor,
} from '../wire/index.js';
import { Asked, HeadedView, headedView, keyed, whole } from './figures.dto.js';

/** One page of the lines of a question. */
export class PartakersQuery extends IntersectionType(Asked, PageQuery) {}

export class BreakdownsQuery extends Asked {
  @SomeOf(breakdowns, { optional: true, min: 1, about: '只看都符合的人 · only people of whom all of these hold' }) breakdown?: Breakdown[];
  @OneOf(cuts, { optional: true, about: '按什么分行 · what a row is' }) by?: AskedCut;
}

export class SessionSumsView implements Told<SessionSums> {
  @Whole({ ...whole, example: 30, about: '场次' }) sessionsHeld: number;
  @Whole({ ...whole, example: 0, about: '送教上门次数' }) visits: number;
  @Whole({ ...whole, example: 700, about: '到课人次' }) attendances: number;
  @Whole({ ...whole, example: 40, about: '清点人次' }) declared: number;
}

type Shape<Line> = Omit<Line, 'id'> & { id: string };

export class SiteFigureView extends SessionSumsView implements Told<Shape<SiteFigures>> {
  @Id() id: string;
  @Text({ max: 100, example: '豆家堡村人居环境治理教学点' }) name: string;
  @Text({ max: 100, example: '横渠镇' }) town: string;
  @Decimal({ min: -90, max: 90, nullable: true, example: 34.15 }) latitude: number | null;
  @Decimal({ min: -180, max: 180, nullable: true, example: 107.62 }) longitude: number | null;
}

export class InstructorFigureView extends SessionSumsView implements Told<Shape<InstructorFigures>> {
  @Id() id: string;
  @Text({ max: 60, example: '示例教师' }) name: string;
  @Text({ max: 100, example: '眉县' }) unit: string;
  @OneOf(engagements) engagement: Engagement;
}

class PartakersView extends HeadedView {
  @Text({ max: 1_000, nullable: true, example: null }) nextCursor: string | null;
  @ShownPart(() => SessionSumsView, {
    about: '各行和各页的 elsewhere,加 without 减 again · the lines, elsewhere of every page, and without, less again',
  })
  total: SessionSumsView;
  @ShownPart(() => SessionSumsView, { about: '本页中在外县的,不列名 · of this page, with those whom another county keeps, unnamed' })
  elsewhere: SessionSumsView;
  @ShownPart(() => SessionSumsView, { about: '没有教学点(教师)的课次 · of sessions that have none' }) without: SessionSumsView;
  @ShownPart(() => SessionSumsView, { about: '有几个的课次在各行多计的 · what sessions that have several are too much in the lines' })
  again: SessionSumsView;
}

export class SiteFiguresView extends PartakersView {
  @ShownParts(() => SiteFigureView) items: SiteFigureView[];
}

export class InstructorFiguresView extends PartakersView {
  @ShownParts(() => InstructorFigureView) items: InstructorFigureView[];
}

/** A page of lines, with what they add up to. */
export const partakersView = <Line extends { id: number }>({
  items,
  next,
  elsewhere,
  total,
  without,
  again,
  ...headed
}: PartakerFigures<Line>): PartakersView & { items: Shape<Line>[] } => ({
  ...headedView(headed),
  items: items.map((line) => ({ ...line, id: idText(line.id) })),
  nextCursor: next && writeCursor(next),
  elsewhere,
  total,
  without,
  again,
});

export class BreakdownPartView {
  @Whole({ ...whole, example: 12 }) registered: number;
  @Whole({ ...whole, example: 1, about: '不明的 · of whom it is not known' }) unknown: number;
}

export class BreakdownPartsView implements Told<BreakdownFigure['of']> {
  @ShownPart(() => BreakdownPartView, { about: '女' }) female: BreakdownPartView;
  @ShownPart(() => BreakdownPartView, { about: '少数民族' }) minority: BreakdownPartView;
  @ShownPart(() => BreakdownPartView, { about: '35岁及以下' }) young: BreakdownPartView;
  @ShownPart(() => BreakdownPartView, { about: '大专及以上' }) college: BreakdownPartView;
}

export class BreakdownFigureView implements Told<BreakdownFigure> {
  @Whole({ ...whole, example: 260, about: '实名人次' }) registered: number;
  @Whole({ ...whole, example: 700, about: '到课人次' }) attendances: number;
  @ShownPart(() => BreakdownPartsView, { about: '实名人次中各有多少 · how many of the registered' }) of: BreakdownPartsView;
}

export class BreakdownLineView extends BreakdownFigureView implements Told<BreakdownFigures['rows'][number]> {
  @Shown(keyed({ town: '12' }), { about: '按 by 所分 · as cut by `by`' }) key: Record<string, string>;
  @Shown(keyed({ town: '横渠镇' })) labels: Record<string, string>;
}

export class BreakdownsView extends HeadedView {
  @ShownParts(() => BreakdownLineView) rows: BreakdownLineView[];
  @ShownPart(() => BreakdownFigureView) total: BreakdownFigureView;
}
