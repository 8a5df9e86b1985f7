import { Injectable } from '@nestjs/common';
import { mayAnywhere, scopeOf } from '#access';
import { type HistoryRow, ShowHistory } from '#accounts';
import { type Context } from '#platform/context';
import { placeBehind, placeOf } from '../audit/audit-place.js';
import { NamedFacts } from '../audit/named-facts.js';
import { type AuditFactView } from '../audit/shown-facts.js';
import { idText, type Page, pageOf, type PageQuery } from '../wire/index.js';
import { type HistoryEntryView } from './history.dto.js';

/** What was done to a thing that the caller was found to be allowed to see, in pages. */
@Injectable()
export class ShownHistory {
  constructor(
    private readonly history: ShowHistory,
    private readonly named: NamedFacts,
  ) {}

  /** `sessions`: those of a class, whose own deeds belong to it, by their topic. */
  async page(
    ctx: Context,
    subject: { noun: string; id: number },
    { cursor, limit }: PageQuery,
    sessions: ReadonlyMap<number, string> = new Map(),
  ): Promise<Page<HistoryEntryView>> {
    const rows = await this.history.run(ctx, {
      subjects: [
        { noun: subject.noun, ids: [subject.id] },
        { noun: 'session', ids: [...sessions.keys()] },
      ],
      before: placeBehind(cursor),
      limit: limit + 1,
      importsWithin: mayAnywhere(ctx, 'imports.run') ? scopeOf(ctx, 'imports.run').paths : [],
    });
    const named = await this.named.of(ctx, rows);
    const views = new Map(rows.map((row, i) => [row.id, entryView(row, named[i]!.facts, sessions)]));
    return pageOf(rows, limit, ({ id }) => views.get(id)!, placeOf);
  }
}

const entryView = (row: HistoryRow, facts: AuditFactView[], sessions: ReadonlyMap<number, string>): HistoryEntryView => ({
  id: idText(row.id),
  at: row.at.toISOString(),
  name: row.name,
  action: row.action,
  sessionId: row.noun === 'session' ? row.nounId : null,
  session: row.noun === 'session' ? (sessions.get(Number(row.nounId)) ?? null) : null,
  import: row.import && { id: row.import.isSeen ? idText(row.import.id) : null, kind: row.import.kind, file: row.import.fileName },
  facts,
});
