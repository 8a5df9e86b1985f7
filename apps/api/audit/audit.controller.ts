import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { scopeOf } from '#access';
import { SearchAudit } from '#accounts';
import { type Context } from '#platform/context';
import { Ctx, type Page, pageOf, Permit, ShowsPage } from '../wire/index.js';
import { NamedFacts } from './named-facts.js';
import { placeBehind, placeOf } from './audit-place.js';
import { AuditEntryView, AuditQuery, auditView } from './audit.dto.js';

const dayMs = 86_400_000;
/** The first moment of a day in the county. */
const dayBegins = (day: string, later = 0): Date => new Date(Date.parse(`${day}T00:00:00+08:00`) + later * dayMs);

@ApiTags('audit')
@Controller('v1/audit')
export class AuditController {
  constructor(
    private readonly search: SearchAudit,
    private readonly named: NamedFacts,
  ) {}

  @Get()
  @Permit('audit.read')
  @ShowsPage(AuditEntryView, { summary: '谁对什么做了什么,最近的在前 · who did what to what, newest first' })
  async list(@Ctx() ctx: Context, @Query() query: AuditQuery): Promise<Page<AuditEntryView>> {
    const { from, to, noun, id, account, by, action, limit } = query;
    const rows = await this.search.run(ctx, {
      scope: scopeOf(ctx, 'audit.read'),
      filter: {
        noun,
        id,
        account,
        by,
        action,
        from: from === undefined ? undefined : dayBegins(from),
        to: to === undefined ? undefined : dayBegins(to, 1),
      },
      before: placeBehind(query.cursor),
      limit: limit + 1,
    });
    const named = await this.named.of(ctx, rows);
    const views = new Map(rows.map((row, i) => [row.id, auditView(row, named[i]!)]));
    return pageOf(rows, limit, ({ id }) => views.get(id)!, placeOf);
  }
}
