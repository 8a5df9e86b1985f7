import { type Cell, type Row } from '#platform/workbook';
import { cellText } from './cell-text.js';
import { type Column, type SheetFormat } from './importer.js';
import { formatsFor } from './sheet-header.js';
import { type SheetMapping } from './sheet-mapping.js';

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s*:：]/g, '')
    .replace(/\([^()]*\)|\[[^[\]]*\]|【[^【】]*】/g, '');

/** Other words that lists have for our columns. */
const alike: Record<string, string> = {
  人员编号: '编号|人员编码|工号',
  姓名: '姓名|学员|参训人员|名字',
  单位代码: '单位编码|区划代码|所属村代码',
  单位名称: '单位|村名|所属单位',
  村代码: '单位代码|村编码|区划代码',
  身份证号: '身份证|证件号',
  手机号: '手机|电话|联系方式',
  出生日期: '出生|生日',
  文化程度: '学历|文化',
  入党日期: '入党时间',
  日期: '培训日期|上课日期|时间',
  时段: '上下午|半天',
  主题: '培训内容|内容|课题|课程名称',
  人数: '参训人数|到场人数|实到人数|实到',
  清点人: '报送人|登记人|填表人',
  清点方式: '统计方式|方式',
  状态: '考勤|到课情况|出勤',
};

/** How well a title names the column: 0 not at all, 3 in the very words. */
function likeness(title: string, column: Column): number {
  const wanted = plain(column.title);
  if (title === '') return 0;
  if (title === wanted) return 3;
  const words = (alike[column.title] ?? '').split('|').filter(Boolean);
  if (words.includes(title)) return 2;
  return title.includes(wanted) || words.some((word) => word.length > 1 && title.includes(word)) ? 1 : 0;
}

/** Which columns of the row may be which fields, best matches first; no column and no field twice. */
export function guessColumns(cells: readonly Cell[], { columns }: SheetFormat): SheetMapping['columns'] {
  const titles = cells.map((cell) => plain(typeof cell === 'string' ? cellText(cell) : ''));
  const pairs = columns.flatMap((column) =>
    titles.flatMap((title, i) => {
      const worth = likeness(title, column);
      return worth > 0 ? [{ key: column.key, column: i + 1, worth }] : [];
    }),
  );
  const taken = new Set<string>();
  return pairs
    .sort((a, b) => b.worth - a.worth)
    .flatMap(({ key, column }) => {
      if (taken.has(key) || taken.has(`#${column}`)) return [];
      taken.add(key).add(`#${column}`);
      return [{ key, column }];
    });
}

/** The row of the sheet that looks most like a header of one of the formats; `null` when none shares two titles with one. */
export function guessMapping(sheet: string, rows: readonly Row[], all: readonly SheetFormat[]): SheetMapping | null {
  let best: SheetMapping | null = null;
  const { formats } = formatsFor(sheet, all);
  for (const format of formats)
    for (const row of rows) {
      const columns = guessColumns(row.cells, format);
      if (columns.length > Math.max(1, best?.columns.length ?? 0)) best = { sheet, format: format.name, headerRow: row.row, columns };
    }
  return best;
}
