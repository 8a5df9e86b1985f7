import { type ClassState, classStates, refusalCodes, type RefusalCode } from '#contract';
import { type ForeseenMove } from '#schedule';
import { type ClassFigures } from '#statistics';
import { Id, idText, OneOf, PageQuery, ShownPart, ShownParts, Text, type Told, Whole, Yes } from '../wire/index.js';

const counted = { min: 0, max: 100_000_000 };

export class ClassFiguresView implements Told<ClassFigures> {
  @Whole(counted) batches: number;
  @Whole(counted) sessionsHeld: number;
  @Whole({ ...counted, about: '人次,实名' }) registered: number;
  @Whole({ ...counted, about: '人数' }) people: number;
  @Whole({ ...counted, about: '人次,清点' }) declared: number;
  @Whole({ ...counted, about: '未核实' }) unverified: number;
  @Whole({ ...counted, about: '到课人次' }) attendances: number;
  @Whole({ ...counted, about: '登记不一致的到课 · attendances whose marks disagree' }) disputed: number;
}

export class ClassMoveView {
  @OneOf(classStates) to: ClassState;
  @OneOf(refusalCodes, { nullable: true, example: null, about: '不能变更的原因 · why it would be refused' }) refusal: RefusalCode | null;
  @Whole({ min: 0, max: 100_000, about: '妨碍变更的已举办课次 · sessions held that stand against it' }) held: number;
  @Whole({ min: 0, max: 100_000, about: '一并取消的课次 · sessions cancelled with it' }) cancels: number;
}

/** What may become of a class, and what it counts now. */
export class ClassOutlookView {
  @Yes({ about: '可以修改本班 · the class is yours to change' }) manages: boolean;
  @ShownParts(() => ClassMoveView) moves: ClassMoveView[];
  @ShownPart(() => ClassFiguresView, { about: '按已编制的统计 · as compiled' }) figures: ClassFiguresView;
}

export const classOutlookView = (
  { manages, moves }: { manages: boolean; moves: readonly ForeseenMove[] },
  figures: ClassFigures,
): ClassOutlookView => ({
  manages,
  moves: moves.map(({ to, refusal, cancels }) => ({
    to,
    refusal: refusal?.code ?? null,
    held: refusal?.code === 'classHeld' ? Number(refusal.facts.sessions) : 0,
    cancels,
  })),
  figures,
});

export class ClassHeadQuery extends PageQuery {
  @Text({ max: 60, optional: true, about: '姓名或账号中的文字 · part of the name or account' }) q?: string;
}

export class ClassHeadView {
  @Id() id: string;
  @Text({ max: 60, example: 'organiser' }) account: string;
  @Text({ max: 60, example: '示例班主任' }) name: string;
}

export const classHeadView = (row: { id: number; account: string; name: string }): ClassHeadView => ({ ...row, id: idText(row.id) });
