import { type RosterRow } from '#enrollment';
import { DateText, Id, idText, NestedList, PageQuery, Shown, Text, Whole } from '../wire/index.js';

export class EnrollmentChangeFields {
  @Whole({ min: 1, max: 9_999, optional: true, nullable: true, about: '学号 · number on the roster' }) rosterNo?: number | null;
  @Text({ max: 40, optional: true, nullable: true, about: '组别 · team' }) team?: string | null;
}

export class EnrolledPerson extends EnrollmentChangeFields {
  @Id() personId: number;
}

export class EnrollmentFields {
  @Id() classId: number;
  @NestedList(() => EnrolledPerson, { min: 1, max: 500 }) people: EnrolledPerson[];
}

export class EnrollmentQuery extends PageQuery {
  @Id({ optional: true }) class?: number;
  @Id({ optional: true }) person?: number;
}

export class EnrolledView {
  @Shown({ type: 'array', items: { type: 'string' }, example: ['31'] }) ids: string[];
}

export class EnrollmentView {
  @Id() id: string;
  @Id() classId: string;
  @Id() personId: string;
  @Text({ max: 60, example: '示例学员' }) name: string;
  @Id() unitId: string;
  @Whole({ min: 1, max: 9_999, nullable: true }) rosterNo: number | null;
  @Text({ max: 40, nullable: true }) team: string | null;
  @DateText() enrolledOn: string;
  @Whole({ min: 1, max: 4_294_967_295 }) version: number;
}

export const enrollmentView = (row: RosterRow): EnrollmentView => ({
  id: idText(row.id),
  classId: idText(row.classId),
  personId: idText(row.personId),
  name: row.name,
  unitId: idText(row.unitId),
  rosterNo: row.rosterNo,
  team: row.team,
  enrolledOn: row.enrolledOn,
  version: row.version,
});
