import { Injectable } from '@nestjs/common';
import { listOf } from '#platform/database';
import { SitesMoved } from '#sites';
import { ClassFactsChanged } from './class-facts-changed.js';

/** When a teaching site is entered under another unit, the facts of the sessions held there lie elsewhere. */
@Injectable()
export class AnnounceOnSiteMoved {
  constructor(sites: SitesMoved, facts: ClassFactsChanged) {
    sites.subscribe(async (db, ctx, siteIds) => {
      const rows: { id: number }[] = await db.query(
        `SELECT id FROM sessions WHERE site_id IN ${listOf(siteIds)} UNION SELECT session_id FROM checkpoints WHERE site_id IN ${listOf(siteIds)}`,
        [...siteIds, ...siteIds],
      );
      if (rows.length > 0) await facts.announce(db, ctx, { sessionIds: rows.map((row) => row.id) });
    });
  }
}
