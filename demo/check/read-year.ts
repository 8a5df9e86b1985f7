import type { CellToWrite } from '#platform/workbook';
import type { YearFiles } from '../generator/index.js';

/** The rows of the files as an importer would meet them: found by the titles of their columns, sums and empty rows passed over. */
export interface ReadYear {
  people: Map<string, ReadPerson>;
  classes: Map<string, ReadClass>;
  sessions: Map<string, ReadSession>;
  /** Class code → codes of people. */
  rosters: Map<string, Set<string>>;
  marks: ReadMark[];
  heads: ReadHeads[];
}

export interface ReadPerson {
  code: string;
  units: { from: string; unit: string }[];
  party: string;
  posts: { word: string; from: string; until: string }[];
  name: string;
  born: string;
}
export interface ReadClass {
  code: string;
  kind: string;
  homeVisit: boolean;
  closed: boolean;
  home: string;
}
export interface ReadSession {
  key: string;
  lead: string;
  classes: string[];
  date: string;
  part: string;
}
export interface ReadMark {
  session: string;
  person: string;
  name: string;
  status: string;
  slot: string;
  method: string;
  reason: string;
  witness: string;
  point: string;
  recordedOn: string;
}
export interface ReadHeads {
  session: string;
  point: string;
  heads: number;
  method: string;
  recordedOn: string;
}

type Row = Record<string, string>;

export const keyOf = (classCode: string, sessionCode: string): string => `${classCode} ${sessionCode}`;

export function readYear(files: YearFiles): ReadYear {
  const year: ReadYear = { people: new Map(), classes: new Map(), sessions: new Map(), rosters: new Map(), marks: [], heads: [] };
  for (const { kind, sheets } of files)
    for (const sheet of sheets) {
      const reader = readers[`${kind} ${sheet.name}`] ?? readers[kind];
      if (reader) for (const row of rowsOf(sheet.rows)) reader(year, row);
    }
  return year;
}

const readers: Record<string, (year: ReadYear, row: Row) => unknown> = {
  people: (year, row) => {
    const known = year.people.get(row['人员编号']!);
    const units = [...(known?.units ?? []), { from: row['调入日期'] || '1900-01-01', unit: row['单位代码']! }];
    const posts = ['', '第二职务']
      .map((prefix) => ({ word: row[prefix || '职务']!, from: row[`${prefix}任职日期`]!, until: row[`${prefix}卸任日期`] || '9999-12-31' }))
      .filter(({ word }) => word);
    year.people.set(row['人员编号']!, {
      code: row['人员编号']!,
      units,
      party: row['入党日期'] ?? '',
      posts,
      name: row['姓名']!,
      born: row['出生日期']!,
    });
  },
  'classes 班次': (year, row) =>
    year.classes.set(row['班次编号']!, {
      code: row['班次编号']!,
      kind: row['课堂类型']!,
      homeVisit: row['授课方式'] === '送教上门',
      closed: row['花名册'] === '封闭',
      home: row['村代码'] || row['主办单位代码']!.split('、')[0]!,
    }),
  'classes 课表': (year, row) => {
    const key = keyOf(row['班次编号']!, row['课次编号']!);
    const classes = [row['班次编号']!, ...row['合班班次编号']!.split('、').filter(Boolean)];
    year.sessions.set(key, { key, lead: row['班次编号']!, classes, date: row['日期']!, part: row['时段']! });
  },
  lessons: (year, row) => {
    const lead = `SF-${row['日期']!.slice(0, 4)}-${row['村代码']}`;
    const key = keyOf(lead, row['课次编号']!);
    year.classes.set(lead, { code: lead, kind: '示范课', homeVisit: false, closed: false, home: row['村代码']! });
    year.sessions.set(key, { key, lead, classes: [lead], date: row['日期']!, part: row['时段']! });
    year.heads.push({ session: key, point: '', heads: Number(row['人数']), method: row['清点方式']!, recordedOn: row['登记日期']! });
  },
  rosters: (year, row) => {
    const roster = year.rosters.get(row['班次编号']!) ?? new Set<string>();
    year.rosters.set(row['班次编号']!, roster.add(row['人员编号']!));
  },
  'attendance 签到': (year, row) =>
    year.marks.push({
      session: keyOf(row['班次编号']!, row['课次编号']!),
      person: row['人员编号']!,
      name: row['姓名']!,
      status: row['状态']!,
      slot: row['点名'] || '1',
      method: row['登记方式']!,
      reason: row['事由']!,
      witness: row['见证人']!,
      point: row['收看点']!,
      recordedOn: row['登记日期']!,
    }),
  'attendance 清点': (year, row) =>
    year.heads.push({
      session: keyOf(row['班次编号']!, row['课次编号']!),
      point: row['收看点']!,
      heads: Number(row['人数']),
      method: row['清点方式']!,
      recordedOn: row['登记日期']!,
    }),
};

function rowsOf(rows: CellToWrite[][]): Row[] {
  const at = rows.findIndex((row) => row.some((cell) => /编号$|代码$/.test(String(cell))));
  const titles = rows[at]!.map(String);
  return rows
    .slice(at + 1)
    .filter((row) => !/^(合计|小计)/.test(String(row.find((cell) => cell !== null && cell !== ''))))
    .map((row) => Object.fromEntries(titles.map((title, i) => [title, textOf(row[i] ?? null)])));
}

function textOf(cell: CellToWrite): string {
  if (cell === null) return '';
  if (typeof cell === 'object') return cell.date;
  const [, year, month, day] = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/.exec(String(cell)) ?? [];
  return year ? `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}` : String(cell);
}
