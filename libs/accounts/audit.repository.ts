import { Injectable } from '@nestjs/common';
import { type Db, listOf } from '#platform/database';
import { type AccountsScope, within } from './accounts-scope.js';

export interface AuditFilter {
  noun?: string;
  id?: string;
  account?: string;
  /** The account's id. */
  by?: number;
  action?: string;
  /** Moments; `to` is not in it any more. */
  from?: Date;
  to?: Date;
}

/** Where a page begins: behind this moment and id. */
export type AuditPlace = readonly [Date, number] | null;

export interface AuditRow {
  id: number;
  at: Date;
  /** `null`: the product itself. */
  account: string | null;
  name: string | null;
  action: string;
  noun: string;
  nounId: string;
  facts: Record<string, unknown>;
  requestId: string;
}

/** Searches what the audit trail holds. */
@Injectable()
export class AuditRepository {
  /**
   * Newest first. Seen is what concerned a unit of the scope on its day, as the tree stands today: what was done to it and what is
   * its own, and what was done by somebody who acted for it. What somebody was granted since plays no part. What the product did
   * itself, and to no unit that there is, is also seen by those who look after a county or more.
   */
  async list(
    db: Db,
    scope: AccountsScope,
    filter: AuditFilter,
    { before, limit }: { before: AuditPlace; limit: number },
  ): Promise<AuditRow[]> {
    const held = within(scope, 'n.access_path');
    const wide = within(scope, 'c.access_path');
    const where = [
      `(EXISTS (SELECT 1 FROM audit_entry_units e JOIN units n ON n.id = e.unit_id WHERE e.entry_id = a.id AND ${held.sql})
        OR (a.user_id IS NULL AND NOT EXISTS (SELECT 1 FROM audit_entry_units e JOIN units o ON o.id = e.unit_id WHERE e.entry_id = a.id)
          AND EXISTS (SELECT 1 FROM units c WHERE c.level IN ('province', 'city', 'county') AND ${wide.sql})))`,
    ];
    const parameters: unknown[] = [...held.parameters, ...wide.parameters];
    const add = (sql: string, ...values: unknown[]): void => {
      if (values[0] === undefined) return;
      where.push(sql);
      parameters.push(...values);
    };
    add('a.subject = ?', filter.noun);
    add('a.subject_id = ?', filter.id);
    add('a.action = ?', filter.action);
    add('u.account = ?', filter.account);
    add('a.user_id = ?', filter.by);
    add('a.at >= ?', filter.from);
    add('a.at < ?', filter.to);
    return this.select(db, { sql: where.join(' AND '), parameters, isByAccount: filter.account !== undefined }, before, limit);
  }

  /**
   * What was done to these subjects, and the entries of deeds that were done to many at once, newest first: whoever may see the subjects may
   * see it, so the caller has judged that.
   */
  history(
    db: Db,
    { subjects, deeds }: { subjects: readonly { noun: string; ids: readonly number[] }[]; deeds: readonly number[] },
    { before, limit }: { before: AuditPlace; limit: number },
  ): Promise<AuditRow[]> {
    const some = subjects.filter(({ ids }) => ids.length > 0);
    const each = [...some.map(({ ids }) => `(a.subject = ? AND a.subject_id IN ${listOf(ids)})`), `a.id IN ${listOf(deeds)}`];
    const sql = each.join(' OR ');
    const parameters = [...some.flatMap(({ noun, ids }) => [noun, ...ids.map(String)]), ...deeds];
    return this.select(db, { sql: `(${sql})`, parameters, isByAccount: false }, before, limit);
  }

  private async select(
    db: Db,
    { sql, parameters, isByAccount }: { sql: string; parameters: unknown[]; isByAccount: boolean },
    before: AuditPlace,
    limit: number,
  ): Promise<AuditRow[]> {
    const rows: (Omit<AuditRow, 'facts'> & { facts: unknown })[] = await db.query(
      `SELECT a.id, a.at, u.account, u.name, a.action, a.subject AS noun, a.subject_id AS nounId, a.facts, a.request_id AS requestId
       FROM audit_entries a ${isByAccount ? 'JOIN' : 'LEFT JOIN'} users u ON u.id = a.user_id
       WHERE ${sql} ${before ? 'AND (a.at < ? OR (a.at = ? AND a.id < ?))' : ''} ORDER BY a.at DESC, a.id DESC LIMIT ${Number(limit)}`,
      [...parameters, ...(before ? [before[0], before[0], before[1]] : [])],
    );
    return rows.map((row) => ({ ...row, facts: json(row.facts) }));
  }
}

/** MySQL answers JSON columns parsed, MariaDB as text. */
const json = (value: unknown): Record<string, unknown> =>
  ((typeof value === 'string' ? JSON.parse(value) : value) as Record<string, unknown> | null) ?? {};
