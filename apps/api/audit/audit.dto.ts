import { type AuditRow } from '#accounts';
import { DateText, Id, idText, Instant, PageQuery, Text } from '../wire/index.js';
import { type NamedEntry } from './named-facts.js';
import { type AuditFactView, ShownFacts } from './shown-facts.js';

const word = (max: number) => ({ max, optional: true, pattern: /^[A-Za-z][A-Za-z.]*$/ });

export class AuditQuery extends PageQuery {
  @Text({ ...word(40), example: 'class', about: '对象的种类 · what it was done to' }) noun?: string;
  @Text({ max: 40, optional: true, example: '42', about: '对象的编号 · which one' }) id?: string;
  @Text({ max: 60, optional: true, example: 'organiser', about: '谁做的 · by which account' }) account?: string;
  @Id({ optional: true, about: '谁做的,账号的编号 · by which account, its id' }) by?: number;
  @Text({ ...word(60), example: 'class.updated', about: '做了什么 · what was done' }) action?: string;
  @DateText({ optional: true, about: '从这一天起,北京时间 · from this day, Asia/Shanghai' }) from?: string;
  @DateText({ optional: true, about: '到这一天止 · to this day, inclusive' }) to?: string;
}

export class AuditEntryView {
  @Id() id: string;
  @Instant() at: string;
  @Text({ max: 60, nullable: true, example: 'organiser', about: 'null:系统 · null: the product itself' }) account: string | null;
  @Text({ max: 60, nullable: true, example: '王老师' }) name: string | null;
  @Text({ max: 60, example: 'class.updated' }) action: string;
  @Text({ max: 40, example: 'class' }) noun: string;
  @Text({ max: 40, example: '42' }) nounId: string;
  @Text({
    max: 200,
    nullable: true,
    example: '果树修剪培训班',
    about: '它的名称;null:已不在,或不在权限内 · what it is called; null: gone, or not yours to see',
  })
  label: string | null;
  @ShownFacts() facts: AuditFactView[];
  @Text({ max: 40, example: '0b9c7a52-6c1e-4a0f-8f57-1d2e3f4a5b6c' }) requestId: string;
}

export const auditView = ({ id, at, ...row }: AuditRow, named: NamedEntry): AuditEntryView => ({
  ...row,
  id: idText(id),
  at: at.toISOString(),
  ...named,
});
