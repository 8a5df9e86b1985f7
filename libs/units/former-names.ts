import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#platform/audit';
import { shanghaiDate } from '#platform/clock';
import { type Db } from '#platform/database';

export interface FormerName {
  name: string;
  /** The day on which it was given up. */
  until: string;
}

/** What a unit was called before each time that somebody renamed it by hand, latest first. Files of units rename without a trace of their own. */
@Injectable()
export class FormerNames {
  constructor(private readonly audit: AuditTrail) {}

  async of(db: Db, unitId: number): Promise<FormerName[]> {
    const renamed = await this.audit.of(db, { noun: 'unit', id: unitId }, 'unit.renamed');
    return renamed.flatMap(({ at, facts }) => {
      const { from, to } = (typeof facts === 'string' ? JSON.parse(facts) : facts) as { from: string; to: string };
      return from === to ? [] : [{ name: from, until: shanghaiDate(at) }];
    });
  }
}
