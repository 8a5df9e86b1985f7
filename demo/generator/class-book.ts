import { dateCell, sheetOf, type YearFile, type YearSheet } from './files.js';
import { personCalled } from './people-files.js';
import type { Person } from './people.js';

/** What an office writes down about one class: the plan, the timetable, who is on the roster, who signed, how many stood there. */
export interface ClassBook {
  plan: ClassPlan;
  sessions: SessionPlan[];
  roster: Person[];
  marks: Mark[];
  headCounts: HeadCount[];
}

export interface ClassPlan {
  code: string;
  name: string;
  kind: '网络课' | '专题课' | '实践课' | '示范课';
  delivery?: '面授' | '直播' | '送教上门';
  roster: '封闭' | '开放';
  hosts: string[];
  delivering?: string;
  supporting?: string;
  series?: string;
  run?: number;
  core?: boolean;
  from: string;
  to: string;
  village?: string;
  contact: string;
}

export type DayPart = '上午' | '下午' | '晚上';

export interface SessionPlan {
  /** The lead class. */
  classCode: string;
  code: string;
  date: string;
  part: DayPart;
  topic: string;
  instructors: string[];
  site?: string;
  route?: string;
  place?: string;
  /** Other classes that sit in. */
  joint?: string[];
  points?: { name: string; unit: string }[];
}

export interface Mark {
  session: SessionPlan;
  person: Person;
  status: '到' | '迟到' | '早退' | '请假' | '缺勤';
  slot?: number;
  method?: '纸质' | '代为登记' | '补录';
  reason?: string;
  witness?: string;
  point?: string;
  recordedOn?: string;
  note?: string;
}

export interface HeadCount {
  classCode: string;
  sessionCode: string;
  point?: string;
  heads: number;
  method: '清点' | '估计';
  by: string;
  recordedOn: string;
  note?: string;
}

const hours: Record<DayPart, [string, string]> = { 上午: ['08:30', '11:30'], 下午: ['14:30', '17:30'], 晚上: ['19:30', '21:00'] };

/** 班次 and 课表 of several classes. The timetable may also have sessions of classes that are in already. */
export function classFile(file: string, title: string, books: ClassBook[], sessions = books.flatMap((book) => book.sessions)): YearFile {
  const classes = sheetOf({
    name: '班次',
    title: `${title}班次`,
    columns: [
      '班次编号',
      '班次名称',
      '课堂类型',
      '授课方式',
      '花名册',
      '主办单位代码',
      '承办单位代码',
      '协办单位代码',
      '系列',
      '期',
      '主体班次',
      '开始日期',
      '结束日期',
      '村代码',
      '联系人',
    ],
    lines: books.map(({ plan }) => ({
      班次编号: plan.code,
      班次名称: plan.name,
      课堂类型: plan.kind,
      授课方式: plan.delivery ?? '面授',
      花名册: plan.roster,
      主办单位代码: plan.hosts.join('、'),
      承办单位代码: plan.delivering ?? null,
      协办单位代码: plan.supporting ?? null,
      系列: plan.series ?? null,
      期: plan.run ?? null,
      主体班次: plan.core ? '是' : '否',
      开始日期: dateCell(plan.from),
      结束日期: dateCell(plan.to),
      村代码: plan.village ?? null,
      联系人: plan.contact,
    })),
    numbered: true,
  });
  const timetable = sheetOf({
    name: '课表',
    title: `${title}课表`,
    columns: [
      '班次编号',
      '课次编号',
      '日期',
      '时段',
      '开始时间',
      '结束时间',
      '主题',
      '教师编号',
      '教学点编号',
      '线路编号',
      '地点',
      '合班班次编号',
      '收看点',
    ],
    lines: sessions.map((session) => ({
      班次编号: session.classCode,
      课次编号: session.code,
      日期: dateCell(session.date),
      时段: session.part,
      开始时间: hours[session.part][0],
      结束时间: hours[session.part][1],
      主题: session.topic,
      教师编号: session.instructors.join('、'),
      教学点编号: session.site ?? null,
      线路编号: session.route ?? null,
      地点: session.place ?? null,
      合班班次编号: session.joint?.join('、') ?? null,
      收看点: session.points?.map(({ name, unit }) => `${name}@${unit}`).join('、') ?? null,
    })),
  });
  return { file, kind: 'classes', sheets: [classes, timetable] };
}

/** Twelve to a group, as seated. */
export function rosterFile(file: string, title: string, books: ClassBook[]): YearFile {
  const lines = books.flatMap(({ plan, roster }) =>
    roster.map((person, i) => ({
      班次编号: plan.code,
      人员编号: person.code,
      姓名: person.name,
      学号: i + 1,
      组别: `第${Math.floor(i / 12) + 1}组`,
    })),
  );
  const sheet = sheetOf({ name: '花名册', title, columns: ['班次编号', '人员编号', '姓名', '学号', '组别'], lines });
  return { file, kind: 'rosters', sheets: [sheet] };
}

export interface AttendancePlan {
  file: string;
  title: string;
  marks: Mark[];
  headCounts: HeadCount[];
  /** Dates typed in words. */
  typed?: boolean;
}

export function attendanceFile({ file, title, marks, headCounts, typed }: AttendancePlan): YearFile {
  const signIn = sheetOf({
    name: '签到',
    title,
    columns: ['班次编号', '课次编号', '人员编号', '姓名', '状态', '点名', '登记方式', '事由', '见证人', '收看点', '登记日期', '备注'],
    lines: marks.map((mark) => ({
      班次编号: mark.session.classCode,
      课次编号: mark.session.code,
      人员编号: mark.person.code,
      姓名: personCalled(mark.person.code).name,
      状态: mark.status,
      点名: mark.slot ?? null,
      登记方式: mark.method ?? '纸质',
      事由: mark.reason ?? null,
      见证人: mark.witness ?? null,
      收看点: mark.point ?? null,
      登记日期: dateCell(mark.recordedOn ?? mark.session.date, typed),
      备注: mark.note ?? null,
    })),
    numbered: true,
  });
  const sheets: YearSheet[] = [signIn];
  if (headCounts.length > 0) sheets.push(headCountSheet(headCounts, typed));
  return { file, kind: 'attendance', sheets };
}

function headCountSheet(headCounts: HeadCount[], typed?: boolean): YearSheet {
  return sheetOf({
    name: '清点',
    title: '现场清点记录',
    columns: ['班次编号', '课次编号', '收看点', '人数', '清点方式', '清点人', '登记日期', '备注'],
    lines: headCounts.map((count) => ({
      班次编号: count.classCode,
      课次编号: count.sessionCode,
      收看点: count.point ?? null,
      人数: count.heads,
      清点方式: count.method,
      清点人: count.by,
      登记日期: dateCell(count.recordedOn, typed),
      备注: count.note ?? null,
    })),
  });
}
