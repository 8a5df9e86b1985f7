import {
  audiences,
  type Audience,
  bases,
  type Basis,
  type Breakdown,
  breakdowns,
  courseKinds,
  type CourseKind,
  leftOutReasons,
  type LeftOutReason,
  measures,
  type Measure,
  type Partaker,
  partakers,
  unitLevels,
  type UnitLevel,
} from '#contract';
import { type ApiPropertyOptions, IntersectionType } from '@nestjs/swagger';
import {
  type AskedCut,
  cuts,
  type Figure,
  type FigureKey,
  type FigureQuery,
  type FigureRow,
  type Figures,
  groupings,
  type Grouping,
  type Heading,
  type Standing,
} from '#statistics';
import { monthOf } from '#platform/clock';
import {
  Id,
  idText,
  Instant,
  MonthText,
  OneOf,
  PageQuery,
  Shown,
  ShownPart,
  ShownParts,
  SomeOf,
  Text,
  type Told,
  Whole,
} from '../wire/index.js';

/** The bulletin's lines cut across kinds and audiences: only period, basis and unit narrow them. */
export class BulletinQuery {
  @MonthText({ example: '2021-01' }) from: string;
  @MonthText({ example: '2021-12' }) to: string;
  @OneOf(bases, { optional: true, about: '按学员单位、主办单位或场地 · whose unit' }) basis?: Basis;
  @Id({ optional: true, about: '单位及其下级,缺省为本人单位' }) unit?: number;
  @OneOf(['frozen', 'live'], { optional: true, about: '封账前两者相同 · equal until a period is closed' }) view?: 'frozen' | 'live';
}

export class Asked extends BulletinQuery {
  @OneOf(courseKinds, { optional: true }) kind?: CourseKind;
  @OneOf(audiences, { optional: true }) audience?: Audience;
}

export class FiguresQuery extends Asked {
  @SomeOf(cuts, {
    ...{ optional: true, example: 'kind,town,month' },
    about: 'below:下级各单位,县以上按乡镇,乡镇和村按村 · below: towns of a county and what is larger, else villages',
  })
  by?: AskedCut[];
  @OneOf(groupings, {
    ...{ optional: true, example: 'kind' },
    about: '表底按这一项的合计,逐项重新计算,不相加 · the foot of the table: the whole by this part, counted anew and never added',
  })
  foot?: Grouping;
}

/** The filters of a figure and the key of one of its rows. */
export class OpenedQuery extends Asked {
  @MonthText({ optional: true }) month?: string;
  @Id({ optional: true }) village?: number;
  @Id({ optional: true }) town?: number;
  @Id({ optional: true }) county?: number;
  @Id({ optional: true, about: '这个班的;按主办单位即全班 · of this class; all of it by host' }) class?: number;
  @Id({ optional: true, about: '在这个教学点的课次;线路课次在经过的每个点都算 · sessions at this site' }) site?: number;
  @Id({ optional: true, about: '这位教师授课的课次 · sessions that this instructor taught' }) instructor?: number;
  @OneOf(partakers, { optional: true, about: '没有教学点或教师的课次 · sessions that have none' }) without?: Partaker;
  @OneOf(partakers, {
    optional: true,
    about: '有几个教学点或教师的课次,首个以外各计一次 · sessions that have several, once for each but the first',
  })
  several?: Partaker;
  @SomeOf(breakdowns, { optional: true, min: 1, about: '都符合的人 · people of whom all of these hold' }) breakdown?: Breakdown[];
  @OneOf(breakdowns, { optional: true, about: '这一项不明的人 · people of whom this is not known' }) unknown?: Breakdown;
}

/** One page of its rows. */
export class RowsQuery extends IntersectionType(OpenedQuery, PageQuery) {
  @OneOf(measures, { about: '批次和人数不分教学点和教师;只有实名人次、到课人次和人数分构成 · not every measure has such parts' })
  measure: Measure;
}

const monthNumber = (text: string): number => monthOf(`${text}-01`);

export const figureQuery = (query: BulletinQuery & Partial<Asked>): FigureQuery => ({
  from: monthNumber(query.from),
  to: monthNumber(query.to),
  basis: query.basis ?? 'trainee',
  unitId: query.unit,
  kind: query.kind,
  audience: query.audience,
});

export const figureKey = (query: OpenedQuery & Partial<RowsQuery>): FigureKey => ({
  month: query.month === undefined ? undefined : monthNumber(query.month),
  village: query.village,
  town: query.town,
  county: query.county,
  classId: query.class,
  site: query.site,
  instructor: query.instructor,
  without: query.without,
  several: query.several,
  breakdowns: query.breakdown,
  unknown: query.unknown,
});

export const whole = { min: 0, max: 9_007_199_254_740_991 };

export class PersonTimesView {
  @Whole({ ...whole, example: 260, about: '实名人次' }) registered: number;
  @Whole({ ...whole, example: 40, about: '清点人次' }) declared: number;
}

export class FigureView implements Told<Figure> {
  @Whole({ ...whole, example: 12, about: '批次' }) batches: number;
  @Whole({ ...whole, example: 30, about: '场次' }) sessionsHeld: number;
  @Whole({ ...whole, example: 0, about: '送教上门次数' }) visits: number;
  @ShownPart(() => PersonTimesView) personTimes: PersonTimesView;
  @Whole({ ...whole, example: 0, about: '未核实的清点人次 · declared, but not verified yet' }) unverified: number;
  @Whole({ ...whole, example: 0, about: '未对上人的现场登记 · walk-ins whom nobody has matched' }) unidentified: number;
  @Whole({ ...whole, example: 240, about: '人数 · distinct people' }) people: number;
  @Whole({ ...whole, example: 700, about: '到课次数' }) attendances: number;
  @Shown({ type: 'number' }, { nullable: true, example: null, about: '有学时以前为空 · null until credit exists' }) creditHours: null;
}

export const keyed = (example: Partial<Record<Grouping, string>>): ApiPropertyOptions => ({
  type: 'object',
  properties: Object.fromEntries(groupings.map((grouping) => [grouping, { type: 'string' }])),
  example,
});

export class FigureLineView extends FigureView implements Told<Figures['rows'][number]> {
  @Shown(keyed({ kind: 'thematic', town: '12', month: '2021-06' }), { about: '按 by 所分 · as cut by `by`' }) key: Record<string, string>;
  @Shown(keyed({ kind: '专题课', town: '横渠镇', month: '2021-06' })) labels: Record<string, string>;
}

export class StandingView {
  @Text({ max: 10, example: '2021.3', about: '统计口径版本 · rule version' }) rule: string;
  @Instant({ nullable: true, about: '两页之间变了就从头再取 · where it changed between two pages, begin anew' }) compiledAt: string | null;
  @Whole({ ...whole, example: 0, about: '已入库尚未编制的事实 · committed facts not yet compiled' }) pending: number;
}

export const standingView = ({ rule, compiledAt, pending }: Standing): StandingView => ({
  rule,
  compiledAt: compiledAt?.toISOString() ?? null,
  pending,
});

/** Whose figures they are, too. */
export class HeadedView extends StandingView {
  @OneOf(bases) basis: string;
  @Id() unitId: string;
  @Text({ max: 100, example: '眉县' }) unitName: string;
  @OneOf(unitLevels) unitLevel: UnitLevel;
}

export const headedView = ({ basis, unitId, unitName, unitLevel, ...standing }: Standing & Heading): HeadedView => ({
  ...standingView(standing),
  basis,
  unitId: idText(unitId),
  unitName,
  unitLevel,
});

export class FiguresView extends HeadedView {
  @ShownParts(() => FigureLineView) rows: FigureLineView[];
  @ShownParts(() => FigureLineView, { about: '问了才有 · only where it was asked for' }) foot: FigureLineView[];
  @ShownPart(() => FigureView) total: FigureView;
  @Shown({ type: 'array', maxItems: 0, items: { type: 'object' }, example: [] }, { about: '封账以前为空 · empty until periods are closed' })
  adjustments: never[];
}

export class BulletinView extends StandingView {
  @Whole({ ...whole, about: '批次' }) batches: number;
  @Whole({ ...whole, about: '场次' }) sessionsHeld: number;
  @Whole({ ...whole, about: '党员干部和群众骨干人次' }) backbone: number;
  @Whole({ ...whole, about: '示范培训人次' }) demonstration: number;
  @ShownPart(() => PersonTimesView, { about: '两行之外 · in neither line' }) other: PersonTimesView;
}

export class FigureRowView implements FigureRow {
  @Id() classId: string;
  @Text({ max: 120, example: '横渠村示范班' }) className: string;
  @Id({ optional: true }) sessionId?: string;
  @Text({ max: 10, example: '2021-06-08' }) date: string;
  @Id({ optional: true }) personId?: string;
  @Shown(
    {
      type: 'object',
      properties: { name: { type: 'string' }, unit: { type: 'string' }, movedAway: { type: 'boolean' } },
      example: { name: '示例学员', unit: '横渠村' },
    },
    {
      optional: true,
      about: '无权看人时没有;已离开本单位的只写 movedAway · left out for who may not see people; only movedAway for who has since left',
    },
  )
  person?: FigureRow['person'];
  @Whole(whole) value: number;
}

export class FigureRowsView extends StandingView {
  @ShownParts(() => FigureRowView) items: FigureRowView[];
  @Whole({ ...whole, optional: true, about: '全部各行之和,随首页给出 · what all rows add up to, with the first page' }) number?: number;
  @Text({ max: 1_000, nullable: true, example: null }) nextCursor: string | null;
}

export class WhyView extends StandingView {
  @Shown({ type: 'object', additionalProperties: { type: 'integer' }, example: { registered: 260, declared: 40 } }) counted: Record<
    string,
    number
  >;
  @Shown({
    type: 'array',
    items: {
      type: 'object',
      required: ['reason', 'facts'],
      properties: { reason: { type: 'string', enum: [...leftOutReasons] }, facts: { type: 'integer' } },
    },
    example: [{ reason: 'onLeave', facts: 3 }],
  })
  leftOut: { reason: LeftOutReason; facts: number }[];
}
