import { dayParts, type DayPart } from '#contract';
import { VerdictView } from '../field/field.dto.js';
import { DateText, Id, Shown, ShownPart, ShownParts, Text } from '../wire/index.js';

/** The form, for the document; it is read by hand. */
export class UnsentForm {
  @Shown({ type: 'string', format: 'binary' }, { about: '手机导出的待发文件 · the file that a phone wrote' }) file: unknown;
}

export class UnsentSessionView {
  @Id({ example: '7' }) id: string;
  @DateText({ example: '2021-06-08' }) date: string;
  @Shown({ type: 'string', enum: [...dayParts], example: 'am' }) dayPart: DayPart;
  @Text({ max: 120, example: '猕猴桃授粉技术' }) topic: string;
  @Id({ example: '12' }) classId: string;
}

/** A record of the file and what became of it. */
export class UnsentRecordView extends VerdictView {
  @ShownPart(() => UnsentSessionView, { nullable: true, about: '没有收的不写 · null for what was refused' })
  session: UnsentSessionView | null;
  @Text({ max: 60, nullable: true, example: '示例学员', about: '花名册上的姓名,或名单外的人 · from the roster, or as a walk-in was named' })
  who: string | null;
  @Text({ max: 12, nullable: true, example: 'present', about: '登记的状态;清点人数为空 · null for a head count' }) status: string | null;
  @Shown({ type: 'integer', example: null }, { nullable: true, about: '清点人数 · heads' }) count: number | null;
}

export class UnsentPhoneView {
  @Text({ max: 60, example: '示例教师' }) name: string;
  @Text({ max: 100, nullable: true, example: '红米 Note' }) label: string | null;
}

export class TakenUnsentView {
  @ShownParts(() => UnsentPhoneView, { about: '谁用过这部手机 · who enrolled the phone' }) phones: UnsentPhoneView[];
  @Text({ max: 30, example: '2021-06-08T09:10:00.000Z', about: '导出时手机的时间 · when it was written, by the phone’s clock' })
  writtenAt: string;
  @ShownParts(() => UnsentRecordView, { about: '文件里的每一条 · each record of the file' }) records: UnsentRecordView[];
}
