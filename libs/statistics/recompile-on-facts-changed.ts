import { Injectable } from '@nestjs/common';
import { PeopleChanged } from '#people';
import { type Db } from '#platform/database';
import { Outbox } from '#platform/jobs';
import { ClassFactsChanged } from '#schedule';
import { compileClassJob } from './statistics.jobs.js';
import { WorldRepository } from './world.repository.js';

/** When facts change, every class whose figures may change with them is compiled anew: asked for in the same transaction. */
@Injectable()
export class RecompileOnFactsChanged {
  constructor(
    facts: ClassFactsChanged,
    people: PeopleChanged,
    private readonly world: WorldRepository,
    private readonly outbox: Outbox,
  ) {
    facts.subscribe(async (db, _ctx, { sessionIds = [], classIds = [] }) => {
      const led = await this.world.leadsOf(db, [...new Set(sessionIds)]);
      const own = [...sessionIds.flatMap((id) => led.get(id) ?? []), ...classIds];
      const behind = [
        ...(await this.world.classesBehindSessions(db, [...led.keys()])),
        ...(await this.world.classesBehindClasses(db, [...new Set(classIds)])),
      ];
      await this.ask(db, own, behind);
    });
    people.subscribe(async (db, _ctx, personIds) => {
      const sessionIds = await this.world.sessionsMarkedFor(db, personIds);
      const classIds = await this.world.classesBehindSessions(db, sessionIds);
      await this.ask(db, [], await this.world.classesBehindClasses(db, classIds));
    });
  }

  /** Each fact is owed to the class that it is of; the others behind it are one behind, so that `pending` is 0 only when all are done. */
  private async ask(db: Db, own: readonly number[], behind: readonly number[]): Promise<void> {
    const owners = new Set(own);
    const others = [...new Set(behind)].filter((id) => !owners.has(id));
    if (own.length + others.length > 0) await this.outbox.add(db, compileClassJob, [...own, ...others]);
  }
}
