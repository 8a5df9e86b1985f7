import {
  courseKinds,
  type CourseKind,
  dayParts,
  type DayPart,
  headCountMethods,
  type HeadCountMethod,
  sessionStates,
  type SessionState,
} from '#contract';
import { type Arrival, type SessionHeads } from '#attendance';
import { type SessionRow, sessionTransitions } from '#schedule';
import { textOrNull } from '../classes/classes.dto.js';
import {
  DateText,
  Id,
  Ids,
  idText,
  Instant,
  OneOf,
  PageQuery,
  Shown,
  ShownPart,
  ShownParts,
  SomeOf,
  Text,
  TimeText,
  type Told,
  Uuid,
  Whole,
  Yes,
} from '../wire/index.js';
import { LessonFields, topic } from './lesson-fields.dto.js';

export class SessionFields extends LessonFields {
  @Id({ about: '牵头班次 · the lead class' }) leadClassId: number;
  @Ids({ max: 20, optional: true, about: '合班 · all classes served' }) classIds?: number[];
}

export class SessionChangeFields {
  @Id({ optional: true }) leadClassId?: number;
  @Ids({ max: 20, min: 1, optional: true }) classIds?: number[];
  @Text({ ...topic, optional: true }) topic?: string;
  @DateText({ optional: true }) date?: string;
  @OneOf(dayParts, { optional: true }) dayPart?: DayPart;
  @TimeText({ optional: true, nullable: true }) startsAt?: string | null;
  @TimeText({ optional: true, nullable: true }) endsAt?: string | null;
  @Id({ optional: true, nullable: true }) courseId?: number | null;
  @Ids({ max: 20, optional: true }) instructorIds?: number[];
  @Id({ optional: true, nullable: true }) siteId?: number | null;
  @Id({
    optional: true,
    nullable: true,
    about:
      '再次写明同一线路即按线路现在的站点更新;已有登记或人数的课次保留原站点 · the same route again takes its stops as they are now; a session at which something was recorded keeps its stops',
  })
  routeId?: number | null;
  @Text({ max: 120, optional: true, nullable: true }) place?: string | null;
  @Id({ optional: true, nullable: true }) forUnitId?: number | null;
}

export class SessionStateFields {
  @OneOf(sessionStates) to: SessionState;
  @Text({ max: 200, optional: true }) reason?: string;
}

export class ViewingPointFields {
  @Text({ max: 100, example: '古城村党群服务中心' }) name: string;
  @Id({ about: '清点人数归属单位' }) forUnitId: number;
  @Id({ optional: true, nullable: true }) siteId?: number | null;
}

export class ViewingPointChangeFields {
  @Text({ max: 100, optional: true, example: '古城村党群服务中心' }) name?: string;
  @Id({ optional: true, about: '清点人数归属单位' }) forUnitId?: number;
  @Id({ optional: true, nullable: true }) siteId?: number | null;
}

export class AddedPointView {
  @Id() id: string;
}

export class ViewingPointView {
  @Id() id: string;
  @Text({ max: 100, example: '古城村党群服务中心' }) name: string;
  @Id({ about: '清点人数归属单位' }) forUnitId: string;
  @Id({ nullable: true }) siteId: string | null;
}

/** A stop of the route, in the order in which it is visited. */
export class CheckpointView {
  @Whole({ min: 1, max: 200, example: 1 }) position: number;
  @Id({ example: '4' }) siteId: string;
}

/** A stop with when the class came there. */
export class ArrivalView {
  @Whole({ min: 1, max: 200, example: 1, about: '第几站,即第几次点名 · which stop, and which roll call' }) slot: number;
  @Instant({ nullable: true, about: '最早一条到课登记,到分钟;不知道为空 · when the first was marked there, to the minute' })
  arrivedAt: string | null;
  @Whole({ min: 0, max: 1_000_000, example: 57, about: '该站到课人数 · who was there' }) came: number;
}

export class SessionQuery extends PageQuery {
  @Id({ optional: true }) class?: number;
  @Id({ optional: true }) instructor?: number;
  @OneOf(courseKinds, { optional: true }) kind?: CourseKind;
  @OneOf(sessionStates, { optional: true }) state?: SessionState;
  @DateText({ optional: true }) from?: string;
  @DateText({ optional: true }) to?: string;
  @Yes({ optional: true, about: '日期已过、没有登记也没有人数的 · over, with neither marks nor heads' }) unmarked?: boolean;
}

export class HeadCountFields {
  @Whole({ min: 0, max: 100_000, example: 46 }) count: number;
  @OneOf(headCountMethods) method: HeadCountMethod;
  @Text({ max: 60, example: '村文书' }) countedBy: string;
  @Id({ optional: true, nullable: true, about: '收看点,缺省为主课堂' }) viewingPointId?: number | null;
  @Text({ max: 200, optional: true, nullable: true }) note?: string | null;
}

export class HeadCountView {
  @Uuid() id: string;
  @Yes() verified: boolean;
  @Shown({ type: 'array', items: { type: 'string' }, example: [] }) replaced: string[];
}

export class HeadCountEntry {
  @Uuid() id: string;
  @Id({ nullable: true }) viewingPointId: string | null;
  @Text({ max: 10, example: 'replace' }) mode: string;
  @Whole({ min: 0, max: 100_000 }) count: number;
  @OneOf(headCountMethods) method: HeadCountMethod;
  @Text({ max: 60 }) countedBy: string;
  @Yes() verified: boolean;
  @Yes() late: boolean;
  @Instant() receivedAt: string;
  @Shown({ type: 'array', items: { type: 'string' }, example: [] }) replaces: string[];
}

export class HeadsView implements Told<SessionHeads> {
  @Whole({ min: 0, max: 10_000_000, example: 46 }) count: number;
  @Yes() verified: boolean;
  @Yes({ example: false }) disputed: boolean;
}

/** What the rows are called that a session names by id. */
export class SessionLabels {
  @Shown(
    { type: 'array', items: { type: 'string' }, example: ['村党组织书记示范培训班'] },
    { about: '按 classIds 的顺序 · as in classIds' },
  )
  classes: string[];
  @Shown({ type: 'array', items: { type: 'string' }, example: ['示例教师'] }, { about: '按 instructorIds 的顺序 · as in instructorIds' })
  instructors: string[];
  @Text({ max: 200, nullable: true }) course: string | null;
  @Text({ max: 200, nullable: true }) site: string | null;
  @Text({ max: 200, nullable: true }) route: string | null;
  @Text({ max: 200, nullable: true }) forUnit: string | null;
  @Shown({ type: 'array', items: { type: 'string' }, example: [] }, { about: '按站点顺序 · as in checkpoints' }) stops: string[];
  @Shown({ type: 'array', items: { type: 'string' }, example: [] }, { about: '收看点所属单位 · as in viewingPoints' }) pointUnits: string[];
}

export class SessionView {
  @Id() id: string;
  @OneOf(courseKinds) kind: CourseKind;
  @OneOf(sessionStates) state: SessionState;
  @Shown({ type: 'array', items: { type: 'string' }, example: ['12'] }) classIds: string[];
  @Id() leadClassId: string;
  @Text({ max: 40, nullable: true }) code: string | null;
  @Text(topic) topic: string;
  @DateText() date: string;
  @OneOf(dayParts) dayPart: DayPart;
  @TimeText({ nullable: true }) startsAt: string | null;
  @TimeText({ nullable: true }) endsAt: string | null;
  @Id({ nullable: true }) courseId: string | null;
  @Shown({ type: 'array', items: { type: 'string' }, example: [] }) instructorIds: string[];
  @Id({ nullable: true }) siteId: string | null;
  @Id({ nullable: true }) routeId: string | null;
  @Text({ max: 120, nullable: true }) place: string | null;
  @Id({ nullable: true }) forUnitId: string | null;
  @ShownParts(() => CheckpointView) checkpoints: CheckpointView[];
  @ShownParts(() => ViewingPointView) viewingPoints: ViewingPointView[];
  @ShownPart(() => HeadsView, { nullable: true, about: '现场人数;未核实的不计入人次 · heads; they count once verified' })
  headCount: HeadsView | null;
  @Whole({ min: 0, max: 1_000_000, about: '实名到课人数,按已编制的统计 · named people, as compiled' }) named: number;
  @SomeOf(sessionStates, { about: '可变更为 · what it may become' }) next: SessionState[];
  @ShownPart(() => SessionLabels) labels: SessionLabels;
  @Whole({ min: 1, max: 4_294_967_295 }) version: number;
}

export const arrivalView = (arrival: Arrival): ArrivalView => ({ ...arrival, arrivedAt: arrival.arrivedAt?.toISOString() ?? null });

const minutes = (time: string | null): string | null => time?.slice(0, 5) ?? null;

export const sessionView = (row: SessionRow, headCount: SessionHeads | null, named: number, labels: SessionLabels): SessionView => ({
  id: idText(row.id),
  kind: row.kind,
  state: row.state,
  classIds: row.classIds.map(idText),
  leadClassId: idText(row.leadClassId),
  code: row.code,
  topic: row.topic,
  date: row.date,
  dayPart: row.dayPart,
  startsAt: minutes(row.startsAt),
  endsAt: minutes(row.endsAt),
  courseId: textOrNull(row.courseId),
  instructorIds: row.instructorIds.map(idText),
  siteId: textOrNull(row.siteId),
  routeId: textOrNull(row.routeId),
  place: row.place,
  forUnitId: textOrNull(row.forUnitId),
  checkpoints: row.checkpoints.map(({ position, siteId }) => ({ position, siteId: idText(siteId) })),
  viewingPoints: row.viewingPoints.map(({ id, name, forUnitId, siteId }) => ({
    id: idText(id),
    name,
    forUnitId: idText(forUnitId),
    siteId: textOrNull(siteId),
  })),
  headCount,
  named,
  next: [...sessionTransitions[row.state]],
  labels,
  version: row.version,
});
