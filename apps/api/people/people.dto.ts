import { type Audience, audiences, type Education, educations, type Gender, genders, type PositionKind, positionKinds } from '#contract';
import { type Revealable, revealable, type TwinSign, twinSigns } from '#people';
import { DateText, Id, NestedList, OneOf, PageQuery, ShownPart, SomeOf, Text, Whole, Yes } from '../wire/index.js';

const name = { max: 60, example: '示例学员' };
const code = { max: 40, example: 'RY-0001' };
const optional = { optional: true, nullable: true } as const;

class PersonDetailFields {
  @Text({ ...code, ...optional, about: '人员编号' }) code?: string | null;
  @OneOf(genders, optional) gender?: Gender | null;
  @DateText({ ...optional, example: '1985-06-09' }) born?: string | null;
  @Yes({ ...optional, example: false, about: '少数民族' }) minority?: boolean | null;
  @OneOf(educations, { ...optional, example: 'college' }) education?: Education | null;
  @DateText({ ...optional, about: '入党日期' }) partyFrom?: string | null;
  @DateText({ ...optional, about: '党籍最后一日 · last day of membership', example: null }) partyUntil?: string | null;
  @Text({ max: 24, ...optional, example: '11010519491231002X', about: '加密保存,只显示末四位 · sealed; the last four are shown' })
  idNumber?: string | null;
  @Text({ max: 24, ...optional, example: '13800000000', about: '加密保存,只显示末四位 · sealed; the last four are shown' })
  phone?: string | null;
}

export class PersonChangeFields extends PersonDetailFields {
  @Text({ ...name, optional: true }) name?: string;
}

export class PersonFields extends PersonDetailFields {
  @Text(name) name: string;
  @Id({ about: '所在单位' }) unitId: number;
  @DateText({ optional: true, about: '调入日期;空为一向如此 · since when; always, when left out' }) unitFrom?: string;
}

export class PositionFields {
  @OneOf(positionKinds) kind: PositionKind;
  @Id({ ...optional, about: '任职单位,与所在单位不同时填 · where, when it is not the person’s own unit' }) unitId?: number | null;
  @DateText() from: string;
  @DateText({ ...optional, about: '最后一日 · last day', example: null }) to?: string | null;
}

export class PositionEndFields {
  @DateText({ nullable: true, about: '最后一日;null 为继续任职 · last day, null when the term goes on', example: '2021-12-31' })
  to: string | null;
}

export class MoveFields {
  @Id() unitId: number;
  @DateText({ about: '到新单位的第一日 · first day there, today or earlier' }) from: string;
}

export class MergeFields {
  @Id({ about: '保留的记录 · the record to keep' }) intoId: number;
  @Whole({
    min: 1,
    max: 4_294_967_295,
    optional: true,
    about: '看过的版本;不符就不合并 · the version seen; of another nothing is merged',
  })
  version?: number;
  @Whole({ min: 1, max: 4_294_967_295, optional: true, about: '保留的记录看过的版本 · the same of the record to keep' })
  intoVersion?: number;
}

export class RevealFields {
  @OneOf(revealable) number: Revealable;
  @Text({ min: 2, max: 200, example: '核对参训证书信息' }) reason: string;
}

export class RevealedView {
  @Id() id: string;
  @OneOf(revealable) number: Revealable;
  @Text({ max: 18, example: '11010519491231002X' }) value: string;
}

export class PersonQuery extends PageQuery {
  @Id({ optional: true, about: '单位及其下级 · a unit and its subtree' }) unit?: number;
  @Text({
    max: 60,
    optional: true,
    about: '姓名或编号开头、姓名拼音首字母、号码末四位 · beginning of name or code, initials of the name in pinyin, last four of a number',
    example: '张',
  })
  q?: string;
  @Text({ ...code, optional: true }) code?: string;
  @Yes({ optional: true, about: '含已并入他人的记录 · with merged records too' }) merged?: boolean;
  @Id({ optional: true, about: '已并入此人的记录 · records merged into this one' }) into?: number;
  @Yes({ optional: true, about: '只列疑似重复的 · only those of whom there seems to be another record' }) twins?: boolean;
}

export class PositionView {
  @Id() id: string;
  @OneOf(positionKinds) kind: PositionKind;
  @Id({ nullable: true }) unitId: string | null;
  @Text({ max: 100, nullable: true, example: '豆家堡村' }) unit: string | null;
  @DateText() from: string;
  @DateText({ nullable: true, example: null }) to: string | null;
  @Whole({ min: 1, max: 4_294_967_295 }) version: number;
}

export class PersonUnitView {
  @DateText() from: string;
  @Id() unitId: string;
  @Text({ max: 100, example: '豆家堡村' }) unit: string;
}

export class PersonView {
  @Id() id: string;
  @Text({ ...code, nullable: true }) code: string | null;
  @Text(name) name: string;
  @OneOf(genders, { nullable: true }) gender: Gender | null;
  @DateText({ nullable: true, example: '1985-06-09' }) born: string | null;
  @Yes({ nullable: true, example: false }) minority: boolean | null;
  @OneOf(educations, { nullable: true, example: 'college' }) education: Education | null;
  @DateText({ nullable: true }) partyFrom: string | null;
  @DateText({ nullable: true, example: null }) partyUntil: string | null;
  @Id() unitId: string;
  @Text({ max: 100, example: '豆家堡村' }) unit: string;
  @Text({ max: 4, nullable: true, example: '002X' }) idNumberLast4: string | null;
  @Text({ max: 4, nullable: true, example: '0000' }) phoneLast4: string | null;
  @OneOf(audiences, { about: '今天的类别 · as of today' }) audience: Audience;
  @Id({ nullable: true, example: null, about: '已并入 · merged into' }) mergedInto: string | null;
  @NestedList(() => PositionView) positions: PositionView[];
  @NestedList(() => PersonUnitView) units: PersonUnitView[];
  @Whole({ min: 1, max: 4_294_967_295 }) version: number;
}

export class TwinView {
  @ShownPart(() => PersonView) person: PersonView;
  @SomeOf(twinSigns, { about: '与此人相同的 · what the two have in common' }) signs: TwinSign[];
}
