import {
  attendanceStatuses,
  type AttendanceStatus,
  dayParts,
  type DayPart,
  markMethods,
  type MarkMethod,
  type Origin,
  origins,
  rollCallLimit,
} from '#contract';
import { markDecisions, type MarkDecisionWord, type MarkNeed, markNeeds } from '#attendance';
import { type ListedMark } from '#statistics';
import { Facts, MarkEventShape } from '../field/facts.dto.js';
import { DateText, Id, idText, Instant, OneOf, PageQuery, Shown, Text, Uuid, Whole, Yes } from '../wire/index.js';

const needs = { about: '需要人做什么:决定是否计入、对上人、解决争议 · what a person has to do: decide, match a walk-in, settle a dispute' };

export class MarkQuery extends PageQuery {
  @Id({ optional: true }) session?: number;
  @Id({ optional: true, about: '计入的班次 · the class it counts for' }) class?: number;
  @Id({ optional: true, about: '单位及其下级的班次 · classes of a unit and its subtree' }) unit?: number;
  @DateText({ optional: true }) from?: string;
  @DateText({ optional: true }) to?: string;
  @Yes({ optional: true, about: '迟报 · late' }) late?: boolean;
  @OneOf(markNeeds, { optional: true, ...needs }) needs?: MarkNeed;
  @Id({ optional: true, about: '一个人的全部登记,含被取代的 · all of one person, replaced ones too' }) person?: number;
  @Yes({ optional: true, about: '只列已处理的 · only those somebody has decided about' }) decided?: boolean;
}

export class MarkView {
  @Uuid() id: string;
  @Id() sessionId: string;
  @DateText() date: string;
  @OneOf(dayParts) dayPart: DayPart;
  @Text({ max: 120, example: '猕猴桃授粉技术' }) topic: string;
  @Id({ about: '计入的班次 · the class it counts for, or would' }) classId: string;
  @Text({ max: 120, example: '横渠村示范课' }) className: string;
  @Whole({ min: 1, max: rollCallLimit }) slot: number;
  @Id({ nullable: true, about: '合并后的人员;空为未对上人的现场登记 · null for a walk-in nobody has matched' }) personId: string | null;
  @Shown(
    {
      type: 'object',
      properties: {
        name: { type: 'string' },
        unit: { type: 'string' },
        last4: { type: 'string', nullable: true },
        movedAway: { type: 'boolean' },
      },
      example: { name: '示例学员', unit: '横渠村', last4: '0123' },
    },
    { nullable: true, about: '不在可查看范围内的只写 movedAway · only movedAway for people outside your units' },
  )
  person: ListedMark['person'];
  @Shown(
    {
      type: 'object',
      properties: { name: { type: 'string' }, village: { type: 'string', nullable: true }, phoneTail: { type: 'string', nullable: true } },
      example: { name: '示例村民', village: '邻村', phoneTail: '0123' },
    },
    { nullable: true },
  )
  walkIn: ListedMark['walkIn'];
  @Id({ nullable: true, example: null, about: '收看点,更正时须照写 · the room; a correction names it again' }) viewingPointId:
    string | null;
  @OneOf(attendanceStatuses) status: AttendanceStatus;
  @OneOf(markMethods) method: MarkMethod;
  @OneOf(origins) origin: Origin;
  @Yes() late: boolean;
  @Yes({ about: '来自未登记的手机 · from a phone that nobody has vouched for' }) unknownDevice: boolean;
  @Yes({ example: false, about: '交来时手机已停用 · from a phone that was revoked by then' }) revokedDevice: boolean;
  @Text({ max: 60, nullable: true, about: '登记账号的姓名 · whose account handed it over' }) madeBy: string | null;
  @Instant({ about: '手机的时间,只留存 · the device’s clock' }) madeAt: string;
  @Text({ max: 200, nullable: true, example: null }) note: string | null;
  @Text({ max: 100, nullable: true, example: null, about: '事由' }) reason: string | null;
  @Text({ max: 60, nullable: true, example: null, about: '见证人' }) witness: string | null;
  @Instant() receivedAt: string;
  @OneOf(['offRoster', 'classClosed', 'sessionCancelled', 'sessionVoid'], { nullable: true, about: '为何等待 · why it waits' })
  waiting: ListedMark['waiting'];
  @Yes({ about: '未被取代,也未被剔除 · nothing takes its place' }) live: boolean;
  @Yes({ about: '与另一条有效登记不一致 · another live mark says otherwise' }) disputed: boolean;
  @OneOf(['admit', 'reject', 'match'], { nullable: true }) decision: ListedMark['mark']['decision'];
  @OneOf(markNeeds, { nullable: true, ...needs }) needs: MarkNeed | null;
  @Yes({ about: '归你处理;否则只供查看 · yours to decide, else to look at' }) mayDecide: boolean;
}

export const markView = ({
  mark,
  classId,
  person,
  walkIn,
  date,
  late,
  unknownDevice,
  revokedDevice,
  waiting,
  live,
  disputed,
  needs,
  ...words
}: ListedMark): MarkView => ({
  id: mark.id,
  sessionId: idText(mark.sessionId),
  date,
  dayPart: words.dayPart,
  topic: words.topic,
  classId: idText(classId),
  className: words.className,
  slot: mark.slot,
  personId: mark.personId === null ? null : idText(mark.personId),
  person,
  walkIn,
  viewingPointId: mark.place === 0 ? null : idText(mark.place),
  status: mark.status,
  method: mark.method as MarkMethod,
  origin: mark.origin,
  late,
  unknownDevice,
  revokedDevice,
  madeBy: words.madeBy,
  madeAt: words.madeAt.toISOString(),
  note: words.note,
  reason: words.reason,
  witness: words.witness,
  receivedAt: new Date(mark.receivedAt).toISOString(),
  waiting,
  live,
  disputed,
  decision: mark.decision,
  needs,
  mayDecide: words.mayDecide,
});

export class MarksFields {
  @Facts(() => MarkEventShape) marks: unknown[];
}

export class DecisionFields {
  @OneOf(markDecisions, { about: '计入、不计、对上人、撤回先前的处理 · withdraw takes back what was decided' }) decision: MarkDecisionWord;
  @Id({ optional: true, about: '现场登记者是谁 · who the walk-in was; with match' }) personId?: number;
}

export class DecidedView {
  @Uuid() id: string;
}
