import { type Engagement, engagements, type InstructorTag, instructorTags } from '#contract';
import { type InstructorRow } from '#instructors';
import { displayName } from '#units';
import { Id, idText, OneOf, PageQuery, SomeOf, Text, Whole } from '../wire/index.js';

const name = { max: 60, example: '示例教师' };
const code = { max: 40, example: 'JS-001' };
const title = { max: 60, nullable: true, example: '高级农艺师', about: '职称 · professional title' };
const organisation = { max: 100, nullable: true, example: '县农业技术推广服务中心', about: '工作单位 · where they work' };
const specialty = { max: 200, nullable: true, example: '猕猴桃栽培', about: '专长 · specialty' };
const unitName = { max: 100, example: '横渠镇', about: '单位显示名 · the unit as screens show it' };
const person = { nullable: true, about: '对应的人员 · the same person in the register of people' };

export class InstructorFields {
  @Id() unitId: number;
  @Text(name) name: string;
  @Text({ ...code, optional: true, nullable: true }) code?: string | null;
  @OneOf(engagements) engagement: Engagement;
  @Id({ ...person, optional: true }) personId?: number | null;
  @Text({ ...title, optional: true }) title?: string | null;
  @Text({ ...organisation, optional: true }) organisation?: string | null;
  @Text({ ...specialty, optional: true }) specialty?: string | null;
  @SomeOf(instructorTags, { optional: true }) tags?: InstructorTag[];
}

export class InstructorChangeFields {
  @Id({ optional: true }) unitId?: number;
  @Text({ ...name, optional: true }) name?: string;
  @OneOf(engagements, { optional: true }) engagement?: Engagement;
  @Id({ ...person, optional: true }) personId?: number | null;
  @Text({ ...title, optional: true }) title?: string | null;
  @Text({ ...organisation, optional: true }) organisation?: string | null;
  @Text({ ...specialty, optional: true }) specialty?: string | null;
  @SomeOf(instructorTags, { optional: true }) tags?: InstructorTag[];
}

export class InstructorQuery extends PageQuery {
  @Id({ optional: true, about: '单位及其下属 · a unit and everything under it' }) unit?: number;
  @Text({ max: 60, optional: true, about: '姓名中的文字 · part of the name' }) q?: string;
  @Text({ ...code, optional: true }) code?: string;
  @OneOf(instructorTags, { optional: true }) tag?: InstructorTag;
  @OneOf(engagements, { optional: true }) engagement?: Engagement;
}

export class InstructorView {
  @Id() id: string;
  @Id() unitId: string;
  @Text(unitName) unit: string;
  @Text(name) name: string;
  @Text({ ...code, nullable: true }) code: string | null;
  @OneOf(engagements) engagement: Engagement;
  @Id(person) personId: string | null;
  @Text(title) title: string | null;
  @Text(organisation) organisation: string | null;
  @Text(specialty) specialty: string | null;
  @SomeOf(instructorTags) tags: InstructorTag[];
  @Whole({ min: 1, max: 4_294_967_295 }) version: number;
}

export const instructorView = (row: InstructorRow): InstructorView => ({
  id: idText(row.id),
  unitId: idText(row.unitId),
  unit: displayName(row.unitName),
  name: row.name,
  code: row.code,
  engagement: row.engagement,
  personId: row.personId === null ? null : idText(row.personId),
  title: row.title,
  organisation: row.organisation,
  specialty: row.specialty,
  tags: row.tags,
  version: row.version,
});
