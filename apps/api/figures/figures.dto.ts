import { audiences, type Audience, bases, type Basis, courseKinds, type CourseKind, measures, type Measure } from '#contract';
import { type FigureKey, type FigureQuery, groupings, type Grouping } from '#statistics';
import { monthOf } from '#platform/clock';
import { Id, Instant, MonthText, OneOf, PageQuery, Shown, SomeOf, Text, Whole } from '../wire/index.js';

/** The bulletin's lines cut across kinds and audiences: only period, basis and unit narrow them. */
export class BulletinQuery extends PageQuery {
  @MonthText({ example: '2021-01' }) from: string;
  @MonthText({ example: '2021-12' }) to: string;
  @OneOf(bases, { optional: true, about: '按学员单位、主办单位或场地 · whose unit' }) basis?: Basis;
  @Id({ optional: true, about: '单位及其下级,缺省为本人单位' }) unit?: number;
  @OneOf(['frozen', 'live'], { optional: true, about: '封账前两者相同 · equal until a period is closed' }) view?: 'frozen' | 'live';
}

class Asked extends BulletinQuery {
  @OneOf(courseKinds, { optional: true }) kind?: CourseKind;
  @OneOf(audiences, { optional: true }) audience?: Audience;
}

export class FiguresQuery extends Asked {
  @SomeOf(groupings, { optional: true, example: 'kind,town,month' }) by?: Grouping[];
}

/** The filters of a figure and the key of one of its rows. */
export class OpenedQuery extends Asked {
  @MonthText({ optional: true }) month?: string;
  @Id({ optional: true }) village?: number;
  @Id({ optional: true }) town?: number;
  @Id({ optional: true }) county?: number;
}

export class RowsQuery extends OpenedQuery {
  @OneOf(measures) measure: Measure;
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

export const figureKey = (query: OpenedQuery): FigureKey => ({
  month: query.month === undefined ? undefined : monthNumber(query.month),
  village: query.village,
  town: query.town,
  county: query.county,
});

const whole = { min: 0, max: 9_007_199_254_740_991 };
const figureExample = {
  batches: 12,
  sessionsHeld: 30,
  visits: 0,
  personTimes: { registered: 260, declared: 40 },
  unverified: 0,
  unidentified: 0,
  people: 240,
  attendances: 700,
  creditHours: null,
};

export class FiguresView {
  @Text({ max: 10, example: '2021.2', about: '统计口径版本 · rule version' }) rule: string;
  @OneOf(bases) basis: string;
  @Id() unitId: string;
  @Instant({ nullable: true }) compiledAt: string | null;
  @Whole({ ...whole, example: 0, about: '已入库尚未编制的事实 · committed facts not yet compiled' }) pending: number;
  @Shown({
    type: 'array',
    items: { type: 'object', additionalProperties: true },
    example: [
      {
        key: { kind: 'thematic', town: '12', month: '2021-06' },
        labels: { kind: '专题课', town: '横渠镇', month: '2021-06' },
        ...figureExample,
      },
    ],
  })
  rows: object[];
  @Shown({ type: 'object', additionalProperties: true, example: figureExample }) total: object;
  @Shown({ type: 'array', items: { type: 'object', additionalProperties: true }, example: [] }) adjustments: object[];
}

export class BulletinView {
  @Text({ max: 10, example: '2021.2' }) rule: string;
  @Instant({ nullable: true }) compiledAt: string | null;
  @Whole({ ...whole, example: 0 }) pending: number;
  @Whole({ ...whole, about: '批次' }) batches: number;
  @Whole({ ...whole, about: '场次' }) sessionsHeld: number;
  @Whole({ ...whole, about: '党员干部和群众骨干人次' }) backbone: number;
  @Whole({ ...whole, about: '示范培训人次' }) demonstration: number;
  @Shown({
    type: 'object',
    properties: { registered: { type: 'integer' }, declared: { type: 'integer' } },
    example: { registered: 20, declared: 18 },
    description: '两行之外 · in neither line',
  })
  other: { registered: number; declared: number };
}

export class FigureRowView {
  @Id() classId: string;
  @Text({ max: 120, example: '横渠村示范班' }) className: string;
  @Id({ optional: true }) sessionId?: string;
  @Text({ max: 10, example: '2021-06-08' }) date: string;
  @Id({ optional: true }) personId?: string;
  @Shown({ type: 'object', additionalProperties: true, example: { name: '示例学员', unit: '横渠村' } }, { optional: true })
  person?: object;
  @Whole(whole) value: number;
}

export class WhyView {
  @Text({ max: 10, example: '2021.2' }) rule: string;
  @Shown({ type: 'object', additionalProperties: { type: 'integer' }, example: { registered: 260, declared: 40 } }) counted: Record<
    string,
    number
  >;
  @Shown({
    type: 'array',
    items: { type: 'object', properties: { reason: { type: 'string' }, facts: { type: 'integer' } } },
    example: [{ reason: 'onLeave', facts: 3 }],
  })
  leftOut: { reason: string; facts: number }[];
}
