import {
  classStates,
  courseKinds,
  type CourseKind,
  deliveryModes,
  type DeliveryMode,
  rosterKinds,
  type RosterKind,
  type ClassState,
} from '#contract';
import { type Grid, type GridRow, type SheetLine } from '#attendance';
import { type ClassRow } from '#schedule';
import { displayName } from '#units';
import { DateText, Id, Ids, idText, OneOf, PageQuery, Shown, Text, Whole, Yes } from '../wire/index.js';

const name = { max: 120, example: '村干部乡村振兴能力提升培训班(第三期)' };

export class ClassFields {
  @Text(name) name: string;
  @Text({ max: 40, optional: true, nullable: true, example: 'ZT-2021-03' }) code?: string | null;
  @OneOf(courseKinds) kind: CourseKind;
  @OneOf(deliveryModes, { optional: true }) deliveryMode?: DeliveryMode;
  @OneOf(rosterKinds, { optional: true }) roster?: RosterKind;
  @Yes({ optional: true, about: '主体班次' }) coreProgramme?: boolean;
  @Text({ max: 100, optional: true, nullable: true, about: '系列 · series', example: '村党组织书记示范培训' }) series?: string | null;
  @Whole({ min: 1, max: 999, optional: true, nullable: true, about: '期 · run' }) runNumber?: number | null;
  @Id({ optional: true, nullable: true }) courseId?: number | null;
  @DateText() startsOn: string;
  @DateText() endsOn: string;
  @Ids({ min: 1, max: 20, about: '主办单位,第一个为准 · hosts, the first is of record' }) hosts: number[];
  @Id({ optional: true, nullable: true, about: '承办单位' }) deliveringUnitId?: number | null;
  @Ids({ max: 20, optional: true, about: '协办单位' }) supportingUnits?: number[];
  @Id({ optional: true, nullable: true, about: '村级班所在村' }) villageId?: number | null;
  @Id({ optional: true, nullable: true, about: '班主任账号 · the account of the class head' }) headUserId?: number | null;
  @Text({ max: 100, optional: true, nullable: true }) contact?: string | null;
}

export class ClassChangeFields {
  @Text({ ...name, optional: true }) name?: string;
  @OneOf(deliveryModes, { optional: true }) deliveryMode?: DeliveryMode;
  @OneOf(rosterKinds, { optional: true }) roster?: RosterKind;
  @Yes({ optional: true }) coreProgramme?: boolean;
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
  @Text({ max: 40, optional: true }) code?: string;
  @Text({ max: 60, optional: true, about: '名称中的文字' }) q?: string;
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
  @Whole({ min: 1, max: 4_294_967_295 }) version: number;
}

export const textOrNull = (id: number | null): string | null => (id === null ? null : idText(id));

export const classView = (row: ClassRow): ClassView => ({
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
  @Shown({ type: 'array', items: { $ref: '#/components/schemas/RosterEntry' } }) people: RosterEntry[];
}

export class GridView {
  @Id() classId: string;
  @Shown({
    type: 'array',
    items: { type: 'object', additionalProperties: true },
    example: [{ id: '7', date: '2021-06-08', dayPart: 'am', topic: '党建引领', state: 'scheduled' }],
  })
  sessions: { id: string; date: string; dayPart: string; topic: string; state: string }[];
  @Shown({
    type: 'array',
    items: { type: 'object', additionalProperties: true },
    example: [
      {
        personId: '12',
        name: '示例学员',
        unit: '横渠村',
        cells: { '7': [{ slot: 1, status: 'present', disputed: false, live: [] }] },
        waiting: { '8': [{ id: '0f8d6c1e-5a2b-4c3d-8e9f-0a1b2c3d4e5f', slot: 1, status: 'present' }] },
      },
    ],
  })
  people: {
    personId: string;
    name: string;
    unit: string;
    cells: Record<string, { slot: number; status: string; disputed: boolean; live: string[] }[]>;
    /** Marks that somebody still has to decide about: they stand beside the sheet, not in it. */
    waiting: Record<string, { id: string; slot: number; status: string }[]>;
  }[];
}

/** Session by session, only where there is something to show. */
const bySessionId = <T>(sheet: GridRow['sheet'], pick: (line: SheetLine) => T[]): Record<string, T[]> =>
  Object.fromEntries(
    sheet.flatMap(([sessionId, line]) => {
      const shown = pick(line);
      return shown.length > 0 ? [[idText(sessionId), shown]] : [];
    }),
  );

export const gridView = (classId: number, { sessions, people }: Grid): GridView => ({
  classId: idText(classId),
  sessions: sessions.map(({ id, date, dayPart, topic, state }) => ({ id: idText(id), date, dayPart, topic, state })),
  people: people.map(({ personId, name, unit, sheet }) => ({
    personId: idText(personId),
    name,
    unit: displayName(unit),
    cells: bySessionId(sheet, ({ places }) =>
      places.map(({ slot, status, disputed, live }) => ({ slot, status, disputed, live: live.map((mark) => mark.id) })),
    ),
    waiting: bySessionId(sheet, ({ waiting }) => waiting.map(({ id, slot, status }) => ({ id, slot, status }))),
  })),
});
