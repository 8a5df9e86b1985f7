import { ApiExtraModels, getSchemaPath } from '@nestjs/swagger';
import {
  attendanceStatuses,
  classStates,
  courseKinds,
  type CourseKind,
  dayParts,
  deliveryModes,
  type DeliveryMode,
  markMethods,
  origins,
  rollCallLimit,
  rosterKinds,
  type RosterKind,
  type ClassState,
  sessionStates,
} from '#contract';
import { type Grid, type GridRow } from '#attendance';
import { type ClassOrder, classOrders, type ClassRow } from '#schedule';
import { displayName } from '#units';
import {
  DateText,
  Id,
  Ids,
  idText,
  NestedList,
  OneOf,
  PageQuery,
  Shown,
  ShownPart,
  ShownParts,
  Text,
  Uuid,
  Whole,
  Yes,
} from '../wire/index.js';
import { LessonFields } from '../sessions/lesson-fields.dto.js';

const series = { max: 100, nullable: true, about: '系列 · series', example: '村党组织书记示范培训' };
const runNumber = { min: 1, max: 999, nullable: true, about: '期 · run' };
const name = { max: 120, example: '村干部乡村振兴能力提升培训班(第三期)' };

export class ClassFields {
  @Text(name) name: string;
  @Text({ max: 40, optional: true, nullable: true, example: 'ZT-2021-03' }) code?: string | null;
  @OneOf(courseKinds) kind: CourseKind;
  @OneOf(deliveryModes, { optional: true }) deliveryMode?: DeliveryMode;
  @OneOf(rosterKinds, { optional: true }) roster?: RosterKind;
  @Yes({ optional: true, about: '主体班次' }) coreProgramme?: boolean;
  @Text({ ...series, optional: true }) series?: string | null;
  @Whole({ ...runNumber, optional: true }) runNumber?: number | null;
  @Id({ optional: true, nullable: true }) courseId?: number | null;
  @DateText() startsOn: string;
  @DateText() endsOn: string;
  @Ids({ min: 1, max: 20, about: '主办单位,第一个为准 · hosts, the first is of record' }) hosts: number[];
  @Id({ optional: true, nullable: true, about: '承办单位' }) deliveringUnitId?: number | null;
  @Ids({ max: 20, optional: true, about: '协办单位' }) supportingUnits?: number[];
  @Id({ optional: true, nullable: true, about: '村级班所在村' }) villageId?: number | null;
  @Id({ optional: true, nullable: true, about: '班主任账号 · the account of the class head' }) headUserId?: number | null;
  @Text({ max: 100, optional: true, nullable: true }) contact?: string | null;
  @NestedList(() => LessonFields, {
    max: 90,
    optional: true,
    about: '随班排入的课次,同成同败 · first sessions: all with the class or nothing',
  })
  sessions?: LessonFields[];
}

export class ClassChangeFields {
  @Text({ ...name, optional: true }) name?: string;
  @OneOf(deliveryModes, { optional: true }) deliveryMode?: DeliveryMode;
  @OneOf(rosterKinds, { optional: true }) roster?: RosterKind;
  @Yes({ optional: true }) coreProgramme?: boolean;
  @Text({ ...series, optional: true }) series?: string | null;
  @Whole({ ...runNumber, optional: true }) runNumber?: number | null;
  @Id({ optional: true, nullable: true }) courseId?: number | null;
  @DateText({ optional: true }) startsOn?: string;
  @DateText({ optional: true }) endsOn?: string;
  @Ids({ min: 1, max: 20, optional: true }) hosts?: number[];
  @Id({ optional: true, nullable: true }) deliveringUnitId?: number | null;
  @Ids({ max: 20, optional: true }) supportingUnits?: number[];
  @Id({ optional: true, nullable: true }) villageId?: number | null;
  @Id({ optional: true, nullable: true }) headUserId?: number | null;
  @Text({ max: 100, optional: true, nullable: true }) contact?: string | null;
}

export class ClassStateFields {
  @OneOf(classStates) to: ClassState;
  @Text({ max: 200, optional: true, example: '连续降雨,取消' }) reason?: string;
}

export class ClassQuery extends PageQuery {
  @OneOf(courseKinds, { optional: true }) kind?: CourseKind;
  @OneOf(classStates, { optional: true }) state?: ClassState;
  @Id({ optional: true, about: '单位及其下级 · a unit and its subtree' }) unit?: number;
  @DateText({ optional: true }) from?: string;
  @DateText({ optional: true }) to?: string;
  @Yes({ optional: true, about: '日期已过、还没有结班的 · over and not closed' }) unclosed?: boolean;
  @Text({ max: 40, optional: true }) code?: string;
  @Text({ max: 60, optional: true, about: '名称或编号中的文字、名称拼音首字母 · part of the name or code, initials of the name in pinyin' })
  q?: string;
  @OneOf(classOrders, { optional: true, example: 'newest', about: '默认按建立先后;newest:开班日期近的在前 · by id, or latest start first' })
  order?: ClassOrder;
}

/** What the rows are called that a class names by id. */
export class ClassLabels {
  @Shown({ type: 'array', items: { type: 'string' }, example: ['眉县县委组织部'] }) hosts: string[];
  @Text({ max: 200, nullable: true }) deliveringUnit: string | null;
  @Shown({ type: 'array', items: { type: 'string' }, example: [] }) supportingUnits: string[];
  @Text({ max: 200, nullable: true }) village: string | null;
  @Text({ max: 200, nullable: true }) course: string | null;
  @Text({ max: 200, nullable: true }) head: string | null;
}

export class ClassView {
  @Id() id: string;
  @Text({ max: 40, nullable: true }) code: string | null;
  @Text(name) name: string;
  @OneOf(courseKinds) kind: CourseKind;
  @OneOf(deliveryModes) deliveryMode: DeliveryMode;
  @OneOf(rosterKinds) roster: RosterKind;
  @OneOf(classStates) state: ClassState;
  @Yes() coreProgramme: boolean;
  @Text({ max: 100, nullable: true }) series: string | null;
  @Whole({ min: 1, max: 999, nullable: true }) runNumber: number | null;
  @Id({ nullable: true }) courseId: string | null;
  @DateText() startsOn: string;
  @DateText() endsOn: string;
  @Shown({ type: 'array', items: { type: 'string' }, example: ['3'] }) hosts: string[];
  @Id({ nullable: true }) deliveringUnitId: string | null;
  @Shown({ type: 'array', items: { type: 'string' }, example: [] }) supportingUnits: string[];
  @Id({ nullable: true }) villageId: string | null;
  @Id({ nullable: true, about: '班主任账号' }) headUserId: string | null;
  @Text({ max: 100, nullable: true }) contact: string | null;
  @Whole({ min: 0, max: 100_000, about: '已排课次,不含取消与作废 · sessions in the timetable' }) sessions: number;
  @Whole({ min: 0, max: 3_000, about: '花名册人数 · people on the roster' }) enrolled: number;
  @ShownPart(() => ClassLabels) labels: ClassLabels;
  @Whole({ min: 1, max: 4_294_967_295 }) version: number;
}

export const textOrNull = (id: number | null): string | null => (id === null ? null : idText(id));

export type BesideClass = Pick<ClassView, 'sessions' | 'enrolled' | 'labels'>;

export const classView = (row: ClassRow, beside: BesideClass): ClassView => ({
  id: idText(row.id),
  code: row.code,
  name: row.name,
  kind: row.kind,
  deliveryMode: row.deliveryMode,
  roster: row.roster,
  state: row.state,
  coreProgramme: row.coreProgramme,
  series: row.seriesName,
  runNumber: row.runNumber,
  courseId: textOrNull(row.courseId),
  startsOn: row.startsOn,
  endsOn: row.endsOn,
  hosts: row.hosts.map(idText),
  deliveringUnitId: textOrNull(row.deliveringUnitId),
  supportingUnits: row.supportingUnits.map(idText),
  villageId: textOrNull(row.villageId),
  headUserId: textOrNull(row.headUserId),
  contact: row.contact,
  ...beside,
  version: row.version,
});

export class RosterEntry {
  @Id({ about: '报名编号 · enrolment' }) id: string;
  @Id() personId: string;
  @Text({ max: 60, example: '示例学员' }) name: string;
  @Text({ max: 100, example: '横渠村' }) unit: string;
  @Text({ max: 4, nullable: true, example: '0123' }) last4: string | null;
  @Whole({ min: 1, max: 9_999, nullable: true }) rosterNo: number | null;
  @Text({ max: 40, nullable: true }) team: string | null;
  @Whole({ min: 1, max: 4_294_967_295 }) version: number;
}

export class RosterView {
  @Id() classId: string;
  @ShownParts(() => RosterEntry) people: RosterEntry[];
}

export class GridSessionView {
  @Id({ example: '7' }) id: string;
  @DateText({ example: '2021-06-08' }) date: string;
  @OneOf(dayParts) dayPart: string;
  @Text({ max: 120, example: '党建引领' }) topic: string;
  @OneOf(sessionStates) state: string;
  @Yes({ about: '可由你登记 · yours to mark' }) mayMark: boolean;
  @Yes({ example: false, about: '今天登记即为迟报 · what is marked today comes late' }) lateToday: boolean;
}

export class GridClassView {
  @Id() id: string;
  @Text(name) name: string;
  @OneOf(courseKinds) kind: CourseKind;
  @OneOf(rosterKinds) roster: RosterKind;
  @OneOf(classStates, { about: '已结班的班次,新登记须经处理才计入 · in a closed class new marks wait' }) state: ClassState;
}

export class GridCellView {
  @Whole({ min: 1, max: rollCallLimit, example: 1, about: '第几次点名 · roll call of the half-day' }) slot: number;
  @OneOf(attendanceStatuses) status: string;
  @Yes({ example: false, about: '几条有效登记不一致 · live marks disagree' }) disputed: boolean;
  @Shown({ type: 'array', items: { type: 'string', format: 'uuid' }, example: ['7f3c8d1e-52a4-4b6f-9a0d-3e5b7c9d1f20'] }) live: string[];
  @OneOf(markMethods, { about: '起作用的那一条的方式 · of the mark that decided' }) method: string;
  @OneOf(origins) origin: string;
  @Yes({ example: false, about: '迟报 · late' }) late: boolean;
  @Id({ nullable: true, example: null, about: '收看点,更正时须照写 · the room; a correction names it again' }) viewingPointId:
    string | null;
}

export class WaitingMarkView {
  @Uuid() id: string;
  @Whole({ min: 1, max: rollCallLimit, example: 1 }) slot: number;
  @OneOf(attendanceStatuses) status: string;
}

/** A map by session id, sessions with nothing to show left out. */
const bySessionShape = (part: Parameters<typeof getSchemaPath>[0], example: object) => ({
  type: 'object' as const,
  additionalProperties: { type: 'array' as const, items: { $ref: getSchemaPath(part) } },
  example,
});

@ApiExtraModels(GridCellView, WaitingMarkView)
export class GridPersonView {
  @Id({ example: '12' }) personId: string;
  @Text({ max: 60, example: '示例学员' }) name: string;
  @Text({ max: 100, example: '横渠村' }) unit: string;
  @Text({ max: 4, nullable: true, example: '0123' }) last4: string | null;
  @Whole({ min: 1, max: 9_999, nullable: true }) rosterNo: number | null;
  @Shown(
    bySessionShape(GridCellView, { '7': [{ slot: 1, status: 'present', disputed: false, live: [], method: 'roll', origin: 'field' }] }),
    {
      about: '按课次编号,没有登记的课次不列 · by session id; sessions without a mark are left out',
    },
  )
  cells: Record<string, GridCellView[]>;
  @Shown(bySessionShape(WaitingMarkView, { '8': [{ id: '7f3c8d1e-52a4-4b6f-9a0d-3e5b7c9d1f20', slot: 1, status: 'present' }] }), {
    about: '等待决定的登记,尚未生效 · by session id: marks that wait for a decision',
  })
  waiting: Record<string, WaitingMarkView[]>;
}

export class GridView {
  @Id() classId: string;
  @ShownPart(() => GridClassView) class: GridClassView;
  @ShownParts(() => GridSessionView) sessions: GridSessionView[];
  @ShownParts(() => GridPersonView) people: GridPersonView[];
}

/** Session by session, only where there is something to show. */
const bySessionId = <T>(sheet: GridRow['sheet'], pick: (line: GridRow['sheet'][number][1]) => T[]): Record<string, T[]> =>
  Object.fromEntries(
    sheet.flatMap(([sessionId, line]) => {
      const shown = pick(line);
      return shown.length > 0 ? [[idText(sessionId), shown]] : [];
    }),
  );

export const gridView = ({ class: of, sessions, people }: Grid): GridView => ({
  classId: idText(of.id),
  class: { id: idText(of.id), name: of.name, kind: of.kind, roster: of.roster, state: of.state },
  sessions: sessions.map(({ id, date, dayPart, topic, state, mayMark, lateToday }) => ({
    id: idText(id),
    date,
    dayPart,
    topic,
    state,
    mayMark,
    lateToday,
  })),
  people: people.map(({ personId, name, unit, last4, rosterNo, sheet }) => ({
    personId: idText(personId),
    name,
    unit: displayName(unit),
    last4,
    rosterNo,
    cells: bySessionId(sheet, ({ places }) =>
      places.map(({ slot, status, disputed, live, mark, late }) => ({
        slot,
        status,
        disputed,
        live: live.map(({ id }) => id),
        method: mark.method,
        origin: mark.origin,
        late,
        viewingPointId: mark.place === 0 ? null : idText(mark.place),
      })),
    ),
    waiting: bySessionId(sheet, ({ waiting }) => waiting.map(({ id, slot, status }) => ({ id, slot, status }))),
  })),
});
