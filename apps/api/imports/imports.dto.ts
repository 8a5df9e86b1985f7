import { importKinds } from '#contract';
import { type ImportState, importStates, type ImportView, type RowFault, type RowView, type Verdict, verdicts } from '#platform/imports';
import { Id, idText, Instant, Nested, OneOf, PageQuery, Shown, Text, Whole } from '../wire/index.js';

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
  @Whole(count) create: number;
  @Whole(count) update: number;
  @Whole(count) unchanged: number;
  @Whole(count) faulty: number;
}

export class ImportShown {
  @Id() id: string;
  @OneOf(importKinds) kind: string;
  @OneOf(importStates) state: ImportState;
  @Text({ max: 200, example: '学员名单.xlsx' }) fileName: string;
  @Nested(() => ImportRowCounts) rows: ImportRowCounts;
  @Text({ max: 40, nullable: true, example: null, about: '失败或不能撤回的原因 · why it failed, or cannot be reverted' }) fault:
    string | null;
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

export const importView = ({ id, kind, state, fileName, rows, fault, createdAt, finishedAt }: ImportView): ImportShown => ({
  id: idText(id),
  kind,
  state,
  fileName,
  rows,
  fault,
  createdAt: createdAt.toISOString(),
  finishedAt: finishedAt?.toISOString() ?? null,
});

export const importRowView = ({ sheet, rowNo, verdict, faults }: RowView): ImportRowShown => ({ sheet, row: rowNo, verdict, faults });
