import { importKinds } from '#contract';
import {
  type ColumnRule,
  type Importer,
  ruleOf,
  type SheetMapping,
  type SheetShown,
  skipReasons,
  type SkipReason,
} from '#platform/imports';
import { NestedList, OneOf, Shown, ShownPart, ShownParts, Text, Texts, Whole, Yes } from '../wire/index.js';

/** A title of ours or a field of ours: the program's own words. */
const key = { max: 40, example: 'unitCode' };
const excelRow = { min: 1, max: 1_048_576 };

export class MappedColumn {
  @Text(key) key: string;
  @Whole({ min: 1, max: 64, example: 2, about: '第几列,A 为 1 · which column, A is 1' }) column: number;
}

export class MappedSheet {
  @Text({ max: 200, example: 'Sheet1' }) sheet: string;
  @Text({ ...key, nullable: true, example: 'timetable', about: '按哪一种工作表读;null 为不读 · which format; null: not read' })
  format: string | null;
  @Whole({ ...excelRow, example: 3, about: '表头所在行 · the row of the header' }) headerRow: number;
  @NestedList(() => MappedColumn, { max: 64 }) columns: MappedColumn[];
}

export class MappingRequest {
  @NestedList(() => MappedSheet, { min: 1, max: 12 }) sheets: MappedSheet[];
}

const ruleForms = ['text', 'choice', 'date', 'time', 'number', 'idNumber', 'phone', 'room'] as const satisfies ColumnRule['form'][];
const bound = { min: -1_000_000_000, max: 1_000_000_000, optional: true };

export class ColumnRuleView implements ColumnRule {
  @OneOf(ruleForms) form: ColumnRule['form'];
  @Texts({ max: 100, many: 100, optional: true, about: '只能填这些 · the words it knows' }) allowed?: string[];
  @Whole({ min: 1, max: 2_000, optional: true, about: '最多几个字 · characters at most' }) longest?: number;
  @Whole(bound) min?: number;
  @Whole(bound) max?: number;
  @Yes({ optional: true, about: '一格可填多个 · several in one cell' }) several?: boolean;
}

export class ImportColumnView {
  @Text(key) key: string;
  @Text({ max: 40, example: '单位代码' }) title: string;
  @Yes() required: boolean;
  @ShownPart(() => ColumnRuleView) rule: ColumnRuleView;
}

export class ImportFormatView {
  @Text({ ...key, example: 'bases', about: '说明列的对应时用的名字,不会变 · what mappings call it; never changes' }) name: string;
  @Text({ max: 40, nullable: true, example: '培训基地', about: '工作表名;null 为任意 · its name; null: any' }) sheet: string | null;
  @ShownParts(() => ImportColumnView) columns: ImportColumnView[];
}

export class ImportKindView {
  @OneOf(importKinds) kind: string;
  @ShownParts(() => ImportFormatView) sheets: ImportFormatView[];
}

export class TopRowView {
  @Whole(excelRow) row: number;
  @Shown({ type: 'array', items: { type: 'string' }, example: ['序号', '姓名'] }) cells: string[];
}

const origins = ['told', 'found', 'remembered', 'guessed', 'none'] as const satisfies SheetShown['origin'][];

export class SheetTopView {
  @Text({ max: 200, example: 'Sheet1' }) name: string;
  @ShownParts(() => TopRowView) rows: TopRowView[];
  @ShownPart(() => MappedSheet, { nullable: true }) mapping: SheetMapping | null;
  @OneOf(origins, {
    about: '对应从哪里来:本次说定、按列名认出、上次记住、猜测 · where the mapping comes from: told, found by titles, remembered, guessed',
  })
  origin: SheetShown['origin'];
}

export class SkippedRowView {
  @Text({ max: 40, example: '名单' }) sheet: string;
  @Whole(excelRow) row: number;
  @OneOf(skipReasons) reason: SkipReason;
}

export const kindView = ({ kind, sheets }: Importer): ImportKindView => ({
  kind,
  sheets: sheets.map(({ name, sheet, columns }) => ({
    name,
    sheet: sheet ?? null,
    columns: columns.map((column) => ({ key: column.key, title: column.title, required: column.required === true, rule: ruleOf(column) })),
  })),
});
