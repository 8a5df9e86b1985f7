import { type CourseKind, courseKinds } from '#contract';
import { type CourseRow } from '#courses';
import { Id, idText, OneOf, PageQuery, Text, Whole } from '../wire/index.js';

const name = { max: 100, example: '猕猴桃冬季修剪' };
const code = { max: 40, example: 'KC-001' };
const subject = { max: 100, nullable: true, example: '果树管理' };
const outline = { max: 10_000, nullable: true, about: '提纲 · outline' };

export class CourseFields {
  @Id() unitId: number;
  @Text(name) name: string;
  @Text({ ...code, optional: true, nullable: true }) code?: string | null;
  @OneOf(courseKinds) kind: CourseKind;
  @Text({ ...subject, optional: true }) subject?: string | null;
  @Text({ ...outline, optional: true }) outline?: string | null;
}

export class CourseChangeFields {
  @Id({ optional: true }) unitId?: number;
  @Text({ ...name, optional: true }) name?: string;
  @Text({ ...subject, optional: true }) subject?: string | null;
  @Text({ ...outline, optional: true }) outline?: string | null;
}

export class CourseQuery extends PageQuery {
  @Id({ optional: true, about: '单位及其下属 · a unit and everything under it' }) unit?: number;
  @Text({ max: 60, optional: true, about: '名称中的文字 · part of the name' }) q?: string;
  @Text({ ...code, optional: true }) code?: string;
  @OneOf(courseKinds, { optional: true }) kind?: CourseKind;
}

export class CourseView {
  @Id() id: string;
  @Id() unitId: string;
  @Text(name) name: string;
  @Text({ ...code, nullable: true }) code: string | null;
  @OneOf(courseKinds) kind: CourseKind;
  @Text(subject) subject: string | null;
  @Text(outline) outline: string | null;
  @Whole({ min: 1, max: 4_294_967_295 }) version: number;
}

export const courseView = (row: CourseRow): CourseView => ({
  id: idText(row.id),
  unitId: idText(row.unitId),
  name: row.name,
  code: row.code,
  kind: row.kind,
  subject: row.subject,
  outline: row.outline,
  version: row.version,
});
