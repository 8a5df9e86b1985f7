import { type ListedHeadCount } from '#attendance';
import { headCountMethods, type HeadCountMethod, headCountModes, type HeadCountMode, sessionStates, type SessionState } from '#contract';
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
  @OneOf(sessionStates) sessionState: SessionState;
  @Id({ about: '人数所属单位 · whose heads' }) unitId: string;
  @Text({ max: 100, example: '豆家堡村' }) unit: string;
  @Id({ nullable: true, about: '收看点;空为主课堂 · null for the main room' }) viewingPointId: string | null;
  @OneOf(headCountModes) mode: HeadCountMode;
  @Whole({ min: 0, max: 100_000 }) count: number;
  @OneOf(headCountMethods) method: HeadCountMethod;
  @Text({ max: 60, example: '村文书' }) countedBy: string;
  @Text({ max: 60, nullable: true, about: '报送账号的姓名 · whose account reported it' }) reportedBy: string | null;
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
  sessionState: one.sessionState,
  unitId: idText(one.unitId),
  unit: one.unit,
  viewingPointId: count.place === 0 ? null : idText(count.place),
  mode: count.mode,
  count: count.count,
  method: count.method,
  countedBy: count.countedBy,
  reportedBy: one.reportedBy,
  own: one.own,
  late: count.late,
  receivedAt: count.receivedAt.toISOString(),
  verified: count.verified,
  replaced: one.replaced,
});
