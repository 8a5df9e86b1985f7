import { classStates, type ClassState, courseKinds, type CourseKind } from '#contract';
import { type MergePreview, type TrainedIn } from '#statistics';
import { DateText, Id, idText, OneOf, PageQuery, ShownPart, ShownParts, Text, Whole } from '../wire/index.js';

export class MergePreviewQuery {
  @Id({ optional: true, about: '保留的记录;不填为撤销合并 · the record to keep; none when a merge is taken back' }) into?: number;
}

const count = { min: 0, max: 100_000_000 };

class PreviewedNumbers {
  @Whole({ ...count, about: '人数' }) people: number;
  @Whole({ ...count, about: '实名人次' }) registered: number;
  @Whole({ ...count, about: '清点人次' }) declared: number;
  @Whole({ ...count, about: '到课人次' }) attendances: number;
}

class PreviewedYear {
  @Whole({ min: 1900, max: 2199, example: 2021 }) year: number;
  @ShownPart(() => PreviewedNumbers) before: PreviewedNumbers;
  @ShownPart(() => PreviewedNumbers) after: PreviewedNumbers;
}

export class MergePreviewView {
  @Id() unitId: string;
  @Text({ max: 100, example: '眉县' }) unit: string;
  @Whole({ ...count, about: '待编制的事实 · facts not counted yet' }) pending: number;
  @ShownParts(() => PreviewedYear, { about: '有登记的年份,自然年、按学员单位 · years with marks of either, by the trainee’s unit' })
  years: PreviewedYear[];
}

export const mergePreviewView = ({ unitId, unitName, pending, years }: MergePreview): MergePreviewView => ({
  unitId: idText(unitId),
  unit: unitName,
  pending,
  years,
});

export class TrainingQuery extends PageQuery {}

export class TrainedInView {
  @Id() classId: string;
  @Text({ max: 120, example: '猕猴桃技术示范班' }) className: string;
  @OneOf(courseKinds) kind: CourseKind;
  @OneOf(classStates) state: ClassState;
  @DateText() startsOn: string;
  @DateText() endsOn: string;
  @DateText({ nullable: true, about: '列入花名册的日期;空为不在名册 · null where on no roster' }) enrolledOn: string | null;
  @Whole({ min: 1, max: 9_999, nullable: true }) rosterNo: number | null;
  @Whole({ ...count, about: '有效到课的课次数,按已编制的统计 · sessions attended, as compiled' }) attended: number;
  @DateText({ nullable: true }) firstOn: string | null;
  @DateText({ nullable: true }) lastOn: string | null;
}

export const trainedInView = ({ classId, rosterNo, attended, ...row }: TrainedIn): TrainedInView => ({
  ...row,
  classId: idText(classId),
  rosterNo: rosterNo === null ? null : Number(rosterNo),
  attended: Number(attended),
});
