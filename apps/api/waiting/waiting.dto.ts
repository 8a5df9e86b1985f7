import { type Shape, ShownPart, Whole, Yes } from '../wire/index.js';

/** Further than this nobody counts: the list itself says how many there are. */
export const countedTo = 100;

export class HowMany {
  @Whole({ min: 0, max: countedTo, example: 3 }) many: number;
  @Yes({ about: '不止这些 · there are more' }) more: boolean;
}

const howMany = (about: string): PropertyDecorator => ShownPart((() => HowMany) as Shape, { nullable: true, about });

export class WaitingView {
  @howMany('待核实的人数报送;null 为无权 · head counts to verify; null where they are not yours') headCounts: HowMany | null;
  @howMany('待定是否计入的登记 · marks to decide') decisions: HowMany | null;
  @howMany('待对上人的现场登记 · walk-ins to match') matches: HowMany | null;
  @howMany('登记不一致的半天(一人一处) · half-days of people whose marks disagree') disputes: HowMany | null;
  @howMany('已检查、待导入的文件 · files checked, not applied') imports: HowMany | null;
  @howMany('日期已过、没有登记也没有人数的课次 · sessions over with neither marks nor heads') unmarked: HowMany | null;
  @howMany('日期已过、还没有结班的班次 · classes over and not closed') unclosed: HowMany | null;
  @howMany('草稿班次 · draft classes') drafts: HowMany | null;
}
