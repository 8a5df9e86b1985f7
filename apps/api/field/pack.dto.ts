import { type Pack, type PackSession } from '#attendance';
import {
  attendanceStatuses,
  type AttendanceStatus,
  audiences,
  type Audience,
  courseKinds,
  type CourseKind,
  dayParts,
  type DayPart,
  rosterKinds,
  type RosterKind,
  sessionStates,
  type SessionState,
} from '#contract';
import { CheckpointView } from '../sessions/sessions.dto.js';
import { DateText, Id, Instant, OneOf, Shown, ShownParts, Text, TimeText, type Told, Uuid, Whole, Yes } from '../wire/index.js';

export class PackQuery {
  @Text({ max: 20_000, optional: true, about: '上一包的 cursor · cursor of the pack before' }) since?: string;
}

type OnRoster = PackSession['roster'][number];

export class PackMarkView implements Told<OnRoster['live'][number]> {
  @Uuid() id: string;
  @Whole({ min: 1, max: 20, example: 1 }) slot: number;
  @OneOf(attendanceStatuses) status: AttendanceStatus;
}

export class PackPersonView implements Told<OnRoster> {
  @Id({ example: '12' }) personId: string;
  @Text({ max: 60, example: '示例学员' }) name: string;
  @Text({ max: 100, example: '横渠村' }) unit: string;
  @Text({ max: 4, nullable: true, example: '0123', about: '手机号或身份证号后四位' }) last4: string | null;
  @OneOf(audiences) audience: Audience;
  @ShownParts(() => PackMarkView, { about: '有效的登记,更正时写入 replaces · marks in force: a correction names them in replaces' })
  live: PackMarkView[];
  @ShownParts(() => PackMarkView, { about: '等待决定的登记,尚未生效 · marks that wait for a decision, not in force' })
  waiting: PackMarkView[];
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
  @ShownParts(() => CheckpointView) checkpoints: CheckpointView[];
  @ShownParts(() => PackPointView) viewingPoints: PackPointView[];
  @ShownParts(() => PackPersonView) roster: PackPersonView[];
}

export class PackView implements Told<Pack> {
  @Text({ max: 20_000 }) cursor: string;
  @ShownParts(() => PackSessionView) sessions: PackSessionView[];
  @Shown({ type: 'array', items: { type: 'string' }, example: [], description: '不再发给你的课次 · sessions no longer served' })
  removed: string[];
  @Yes({ about: '可处理的课次装不下,只含本人的和离今天最近的 · more than a pack holds: your own sessions, and those nearest to today' })
  truncated: boolean;
  @Instant() serverTime: string;
}
