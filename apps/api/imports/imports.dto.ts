import { importKinds } from '#contract';
import {
  type ImportState,
  importStates,
  type ImportView,
  isWhole,
  type Reading,
  type RowFault,
  type RowView,
  type Verdict,
  verdicts,
} from '#platform/imports';
import { Id, idText, Instant, Nested, OneOf, PageQuery, Shown, Text, Whole, Yes } from '../wire/index.js';

const count = { min: 0, max: 1_000_000 };

/** The form, for the document; it is read by hand, part by part. */
export class ImportForm {
  @Shown({ type: 'string', format: 'binary' }, { about: '.xlsx 工作簿,不超过 20 MB · workbook, at most 20 MB' }) file: unknown;
  @OneOf(importKinds, { about: '导入种类 · what the rows are' }) kind: string;
}

export class ImportQuery extends PageQuery {
  @OneOf(importKinds, { optional: true }) kind?: string;
  @OneOf(importStates, { optional: true }) state?: string;
}

export class ImportRowsQuery extends PageQuery {
  @OneOf(verdicts, { optional: true, about: '只看这种判定 · only rows with this verdict' }) verdict?: Verdict;
}

export class ImportIdView {
  @Id() id: string;
}

export class ImportRowCounts {
  @Whole({ ...count, about: '全部数据行;检查中为已读到的行 · data rows; while checking, those read so far' }) total: number;
  @Whole({ ...count, about: '已检查或已写入的行 · rows checked, or applied' }) done: number;
  @Whole({ ...count, about: '已撤回的行,撤回中可看进展 · of these, rows undone: how far a revert is' }) undone: number;
  @Whole(count) create: number;
  @Whole(count) update: number;
  @Whole(count) unchanged: number;
  @Whole(count) faulty: number;
  @Whole({ ...count, about: '没有当作数据的行(合计、空行、重复的表头),不在合计之内 · rows that are no data, apart from the total' })
  skipped: number;
  @Whole({ ...count, about: '大约有多少行,检查开始时得知 · about how many there will be, known when the check begins' }) expected: number;
}

export class ImportShown {
  @Id() id: string;
  @OneOf(importKinds) kind: string;
  @OneOf(importStates) state: ImportState;
  @Text({ max: 200, example: '学员名单.xlsx' }) fileName: string;
  @Nested(() => ImportRowCounts) rows: ImportRowCounts;
  @Text({ max: 40, nullable: true, example: null, about: '失败或不能撤回的原因 · why it failed, or cannot be reverted' }) fault:
    string | null;
  @Text({ max: 60, nullable: true, example: '王老师', about: '谁上传的;null 为系统 · who sent it; null: the product itself' }) sentBy:
    string | null;
  @Yes({ about: '全部写入或全部不写;更大的文件一段一段写 · written whole or not at all; longer files piece by piece' }) whole: boolean;
  @Yes({ about: '列的对应是人说定的 · somebody said how its columns are to be read' }) mapped: boolean;
  @Instant() createdAt: string;
  @Instant({ nullable: true }) finishedAt: string | null;
}

const faultSchema = {
  type: 'array',
  items: {
    type: 'object',
    required: ['code'],
    properties: {
      column: { type: 'string', example: '单位代码' },
      code: { type: 'string', example: 'referenceUnknown' },
      facts: { type: 'object', additionalProperties: true },
    },
  },
  example: [{ column: '单位代码', code: 'referenceUnknown' }],
} as const;

export class ImportRowShown {
  @Text({ max: 40, example: '班次' }) sheet: string;
  @Whole({ min: 1, max: 1_048_576, about: 'Excel 中的行号 · as Excel shows it' }) row: number;
  @OneOf(verdicts) verdict: Verdict;
  @Shown(faultSchema as never) faults: RowFault[];
}

export const importView = (found: ImportView, { mapping, rowsExpected, rowsSkipped }: Reading, sentBy: string | null): ImportShown => ({
  id: idText(found.id),
  kind: found.kind,
  state: found.state,
  fileName: found.fileName,
  rows: { ...found.rows, skipped: rowsSkipped, expected: rowsExpected },
  fault: found.fault,
  sentBy,
  whole: isWhole(found),
  mapped: mapping !== null,
  createdAt: found.createdAt.toISOString(),
  finishedAt: found.finishedAt?.toISOString() ?? null,
});

export const importRowView = ({ sheet, rowNo, verdict, faults }: RowView): ImportRowShown => ({ sheet, row: rowNo, verdict, faults });
