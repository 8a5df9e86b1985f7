import { type Pack, type PackHeadCount, type PackMark, type PackPerson, type PackSession, type PackWalkIn } from '#attendance';
import {
  attendanceStatuses,
  type AttendanceStatus,
  audiences,
  type Audience,
  courseKinds,
  type CourseKind,
  dayParts,
  type DayPart,
  headCountLimit,
  headCountMethods,
  type HeadCountMethod,
  headCountModes,
  type HeadCountMode,
  origins,
  type Origin,
  rollCallLimit,
  rosterKinds,
  type RosterKind,
  sessionStates,
  type SessionState,
} from '#contract';
import { CheckpointView } from '../sessions/sessions.dto.js';
import { DateText, Id, Instant, OneOf, Shown, ShownParts, Text, TimeText, type Told, Uuid, Whole, Yes } from '../wire/index.js';

/** The longest cursor of a pack that an address holds; each session that was served makes it 27 characters longer. */
const inAddress = 20_000;
const inBody = 400_000;

export class PackRequest {
  @Text({ max: inBody, optional: true, about: '上一包的 cursor · cursor of the pack before' }) since?: string;
}

export class PackQuery {
  @Text({ max: inAddress, optional: true, about: '上一包的 cursor · cursor of the pack before' }) since?: string;
}

const origin = { optional: true, about: '来源,现场的不写 · where it comes from, absent for the field' };
const room = { optional: true, about: '收看点,主课堂不写 · the room, absent for the main one' };

export class PackMarkView implements PackMark {
  @Uuid() id: string;
  @Whole({ min: 1, max: rollCallLimit, example: 1 }) slot: number;
  @OneOf(attendanceStatuses) status: AttendanceStatus;
  @Id(room) viewingPointId?: string;
  @OneOf(origins, origin) origin?: Origin;
}

export class PackPersonView implements Told<PackPerson> {
  @Id({ example: '12' }) personId: string;
  @Text({ max: 60, example: '示例学员' }) name: string;
  @Text({ max: 100, example: '横渠村' }) unit: string;
  @Text({ max: 4, nullable: true, example: '0123', about: '手机号或身份证号后四位' }) last4: string | null;
  @OneOf(audiences) audience: Audience;
  @Shown({ type: 'array', items: { type: 'string' }, example: ['q5yGxk0mTtC9'], description: '学员卡的摘要 · digests of their cards' })
  cards: string[];
  @ShownParts(() => PackMarkView, { about: '有效的登记,更正时写入 replaces · marks in force: a correction names them in replaces' })
  live: PackMarkView[];
  @ShownParts(() => PackMarkView, { about: '等待决定的登记,尚未生效 · marks that wait for a decision, not in force' })
  waiting: PackMarkView[];
}

/** Somebody on no list, in all roll calls where the same was said of them. */
export class PackWalkInView implements Told<PackWalkIn> {
  @Text({ max: 60, example: '示例村民' }) name: string;
  @Text({ max: 60, nullable: true, example: '邻村' }) village: string | null;
  @Text({ max: 4, nullable: true, example: '0123', about: '手机号后四位' }) phoneTail: string | null;
  @Yes({ example: false, about: '已对上人,那人不在花名册上 · matched to somebody on no roster of the session' }) matched: boolean;
  @ShownParts(() => PackMarkView) live: PackMarkView[];
  @ShownParts(() => PackMarkView) waiting: PackMarkView[];
}

/** A report that a new one has to name. */
export class PackHeadCountView implements PackHeadCount {
  @Uuid({ example: '1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed' }) id: string;
  @Id(room) viewingPointId?: string;
  @OneOf(headCountModes) mode: HeadCountMode;
  @Whole({ min: 0, max: headCountLimit, example: 46 }) count: number;
  @OneOf(headCountMethods) method: HeadCountMethod;
  @Text({ max: 60, example: '村文书' }) countedBy: string;
  @Yes({ about: '已核实 · verified' }) verified: boolean;
  @Yes({ example: false, about: '另有未核实的一报取代它 · a report that nobody has verified yet takes its place' }) replaced: boolean;
  @OneOf(origins, origin) origin?: Origin;
}

/** The stops of a route in their order: the first is roll call 1. */
export class PackStopView extends CheckpointView implements Told<PackSession['checkpoints'][number]> {
  @Text({ max: 100, example: '豆家堡村人居环境治理' }) name: string;
  @Instant({ nullable: true, about: '到站:最早一条到课登记,到分钟 · when the first was marked there, to the minute' }) arrivedAt:
    string | null;
}

export class PackPointView implements Told<PackSession['viewingPoints'][number]> {
  @Id() id: string;
  @Text({ max: 100, example: '古城村党群服务中心' }) name: string;
}

export class PackSessionView implements Told<PackSession> {
  @Id({ example: '7' }) id: string;
  @OneOf(courseKinds) kind: CourseKind;
  @OneOf(sessionStates) state: SessionState;
  @DateText({ example: '2021-06-08' }) date: string;
  @OneOf(dayParts) dayPart: DayPart;
  @TimeText({ nullable: true }) startsAt: string | null;
  @TimeText({ nullable: true }) endsAt: string | null;
  @Text({ max: 120, example: '猕猴桃授粉技术' }) topic: string;
  @Text({ max: 120, nullable: true }) place: string | null;
  @Shown({ type: 'array', items: { type: 'string' }, example: ['12'] }) classIds: string[];
  @Id({ example: '12' }) leadClassId: string;
  @OneOf(rosterKinds) rosterKind: RosterKind;
  @Text({ max: 22, example: 'q5yGxk0mTtC9b2Zr1uVw3A', about: '会场码由它算出 · the codes of the hall are worked out from it' })
  hall: string;
  @Yes({ example: false, about: '可以拍照 · photos may be taken' }) photos: boolean;
  @ShownParts(() => PackStopView) checkpoints: PackStopView[];
  @ShownParts(() => PackPointView) viewingPoints: PackPointView[];
  @ShownParts(() => PackPersonView) roster: PackPersonView[];
  @ShownParts(() => PackWalkInView, { about: '名单外的人 · people on no list' }) walkIns: PackWalkInView[];
  @ShownParts(() => PackHeadCountView, {
    about: '清点的人数,取代时写入 replaces · head counts: one that takes their place names them in replaces',
  })
  headCounts: PackHeadCountView[];
}

export class PackView implements Told<Pack> {
  @Text({ max: inBody }) cursor: string;
  @ShownParts(() => PackSessionView) sessions: PackSessionView[];
  @Shown({ type: 'array', items: { type: 'string' }, example: [], description: '不再发给你的课次 · sessions no longer served' })
  removed: string[];
  @Yes({ about: '可处理的课次装不下,只含本人的和离今天最近的 · more than a pack holds: your own sessions, and those nearest to today' })
  truncated: boolean;
  @Instant() serverTime: string;
}
