import { type ListedHeadCount } from '#attendance';
import {
  dayParts,
  type DayPart,
  headCountMethods,
  type HeadCountMethod,
  headCountModes,
  type HeadCountMode,
  sessionStates,
  type SessionState,
} from '#contract';
import { DateText, Id, idText, Instant, OneOf, PageQuery, Text, Uuid, Whole, Yes } from '../wire/index.js';

export class HeadCountQuery extends PageQuery {
  @Yes({ optional: true, about: 'false:等待核实的 · false: those that wait to be verified' }) verified?: boolean;
  @Id({ optional: true }) session?: number;
  @Id({ optional: true }) class?: number;
  @Id({ optional: true, about: '单位及其下级的班次 · classes of a unit and its subtree' }) unit?: number;
  @DateText({ optional: true }) from?: string;
  @DateText({ optional: true }) to?: string;
  @Yes({ optional: true, about: '迟报 · late' }) late?: boolean;
}

export class ReportedHeadsView {
  @Uuid() id: string;
  @Id() sessionId: string;
  @DateText() date: string;
  @Text({ max: 120, example: '猕猴桃授粉技术' }) topic: string;
  @OneOf(dayParts) dayPart: DayPart;
  @Id({ about: '牵头班次 · the lead class' }) classId: string;
  @Text({ max: 120, example: '横渠村示范课' }) className: string;
  @OneOf(sessionStates) sessionState: SessionState;
  @Id({ about: '人数所属单位 · whose heads' }) unitId: string;
  @Text({ max: 100, example: '豆家堡村' }) unit: string;
  @Id({ nullable: true, about: '收看点;空为主课堂 · null for the main room' }) viewingPointId: string | null;
  @Text({ max: 100, nullable: true, example: null }) viewingPoint: string | null;
  @OneOf(headCountModes) mode: HeadCountMode;
  @Whole({ min: 0, max: 100_000 }) count: number;
  @OneOf(headCountMethods) method: HeadCountMethod;
  @Text({ max: 60, example: '村文书' }) countedBy: string;
  @Text({ max: 60, nullable: true, about: '报送账号的姓名 · whose account reported it' }) reportedBy: string | null;
  @Text({ max: 200, nullable: true, example: null }) note: string | null;
  @Whole({ min: 0, max: 10_000_000, nullable: true, about: '该处已核实的人数 · heads of its room by what is verified' }) countNow:
    number | null;
  @Whole({ min: 0, max: 10_000_000, nullable: true, about: '核实此报之后 · and once this is verified' }) countThen: number | null;
  @Yes({ about: '归你核实 · yours to verify' }) mayVerify: boolean;
  @Yes({ about: '自己所报,须由他人核实 · your own: somebody else has to verify it' }) own: boolean;
  @Yes() late: boolean;
  @Instant() receivedAt: string;
  @Yes() verified: boolean;
  @Yes({ about: '另有一报取代此报 · another report takes its place' }) replaced: boolean;
}

export const reportedHeadsView = ({ count, ...one }: ListedHeadCount): ReportedHeadsView => ({
  id: one.id,
  sessionId: idText(one.sessionId),
  date: one.date,
  topic: one.topic,
  dayPart: one.dayPart,
  classId: idText(one.classId),
  className: one.className,
  sessionState: one.sessionState,
  unitId: idText(one.unitId),
  unit: one.unit,
  viewingPointId: count.place === 0 ? null : idText(count.place),
  viewingPoint: one.room,
  mode: count.mode,
  count: count.count,
  method: count.method,
  countedBy: count.countedBy,
  reportedBy: one.reportedBy,
  note: one.note,
  countNow: one.heads.now,
  countThen: one.heads.then,
  mayVerify: one.mayVerify && !one.own,
  own: one.own,
  late: count.late,
  receivedAt: count.receivedAt.toISOString(),
  verified: count.verified,
  replaced: one.replaced,
});
