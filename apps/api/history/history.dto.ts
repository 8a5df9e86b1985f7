import { type ImportKind, importKinds } from '#contract';
import { Id, Instant, OneOf, ShownPart, Text } from '../wire/index.js';
import { type AuditFactView, ShownFacts } from '../audit/shown-facts.js';

export class HistoryImportView {
  @Id({ nullable: true, example: '7', about: 'null:不在权限内 · null: not yours to look into' }) id: string | null;
  @OneOf(importKinds) kind: ImportKind;
  @Text({ max: 255, example: '学员名单.xlsx' }) file: string;
}

export class HistoryEntryView {
  @Id() id: string;
  @Instant() at: string;
  @Text({ max: 60, nullable: true, example: '王老师', about: '谁做的;null:系统 · who did it; null: the product itself' }) name:
    string | null;
  @Text({ max: 60, example: 'class.updated' }) action: string;
  @Id({ nullable: true, example: null, about: '做在其中哪一课次 · the session of the class that it was done to' }) sessionId: string | null;
  @Text({ max: 200, nullable: true, example: null, about: '课次主题 · the topic of that session' }) session: string | null;
  @ShownPart(() => HistoryImportView, { nullable: true, about: '写入了它的导入 · the import that wrote it' })
  import: HistoryImportView | null;
  @ShownFacts() facts: AuditFactView[];
}
