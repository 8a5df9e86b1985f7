import { type CellToWrite, type SheetToWrite } from '#platform/workbook';
import { type ColumnRule, ruleOf } from './column-rules.js';
import { type Column, type Importer, type SheetFormat } from './importer.js';

const examples: Record<string, string> = {
  单位代码: '610326101204',
  村代码: '610326101204',
  上级代码: '610326101',
  单位名称: '豆家堡村',
  姓名: '示例学员',
  教师姓名: '示例教师',
  清点人: '村文书',
  联系人: '县委组织部干教科',
  民族: '汉族',
  身份证号: '18 位,末位可为 X',
  手机号: '11 位',
  主办单位代码: '610326、610326101',
  承办单位代码: '610326101',
  班次名称: '猕猴桃疏果示范课',
  主题: '猕猴桃疏果技术',
  地点: '村党群服务中心',
  收看点: '豆家堡村会议室@610326101204',
  专长: '猕猴桃栽培',
  基地名称: '扶眉战役革命精神培训基地',
  教学点名称: '豆家堡村人居环境治理',
};

/** What the reader of a cell cannot say by itself. */
const notes: Record<string, string> = {
  主办单位代码: '第一个为主要主办单位',
  收看点: '写成 名称@单位代码',
  民族: '汉族以外计为少数民族',
  人员编号: '自编,每人一个,以后导入凭它认人',
  课次编号: '自编,不重复',
  班次编号: '自编,不重复',
  登记日期: '原表上的日期,只在补录历史资料时填',
  单位代码: '国家统计局区划代码,末尾的零可省',
};

function meaningOf({ form, allowed, longest, min, max, several }: ColumnRule): string {
  const parts = {
    text: longest === undefined ? '文字' : `文字,不超过 ${longest} 个字`,
    choice: `只能填:${(allowed ?? []).join('、')}`,
    date: '日期,如 2021-06-08 或 2021年6月8日',
    time: '时间,如 08:30',
    number: min === undefined ? '数字' : `数字,${min} 到 ${max}`,
    idNumber: '身份证号,请先把单元格设为文本',
    phone: '手机号',
    room: '名称@单位代码',
  };
  return several ? `${parts[form]};多个用“、”分隔` : parts[form];
}

function exampleOf(title: string, { form, allowed, min, max }: ColumnRule): string {
  if (examples[title] !== undefined) return examples[title];
  if (form === 'choice') return allowed?.[0] ?? '';
  if (form === 'date') return '2021-06-08';
  if (form === 'time') return '08:30';
  if (form === 'number') return String(Math.min(max ?? 40, Math.max(min ?? 0, 40)));
  return title.endsWith('编号') ? 'MX-0001' : '';
}

const explained = (sheet: string, column: Column): CellToWrite[] => {
  const rule = ruleOf(column);
  const meaning = [meaningOf(rule), notes[column.title]].filter(Boolean).join(';');
  return [sheet, column.title, column.required ? '必填' : '可空', meaning, exampleOf(column.title, rule)];
};

const width = (title: string): number => Math.min(28, Math.max(12, title.length * 2 + 4));

/** The name under which a sheet stands in the template. */
const nameOf = ({ sheet }: SheetFormat): string => sheet ?? '名单';

/** The sheet that explains the others; read by nobody, for it has no header of theirs. */
export const explainingSheet = '填写说明';

/** An empty workbook of this kind: the header of each sheet, and a sheet that says of each column what it takes. */
export function templateOf({ sheets }: Importer): SheetToWrite[] {
  const empty = sheets.map((format): SheetToWrite => ({
    name: nameOf(format),
    headerRows: 1,
    // Typed as text, a code keeps its digits.
    columns: format.columns.map(({ title }) => ({ width: width(title), text: true })),
    rows: [format.columns.map(({ title, required }) => (required ? `${title}*` : title))],
  }));
  const lines = sheets.flatMap((format) => format.columns.map((column) => explained(nameOf(format), column)));
  return [
    ...empty,
    {
      name: explainingSheet,
      headerRows: 1,
      columns: [{ width: 14 }, { width: 20 }, { width: 8 }, { width: 60 }, { width: 34 }],
      rows: [['工作表', '列', '要求', '填什么', '例'], ...lines],
    },
  ];
}
