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
    facts.subscribe(async (db, _ctx, changed) => {
      const bySession = await this.world.classesBehindSessions(db, changed.sessionIds ?? []);
      const byClass = await this.world.classesBehindClasses(db, changed.classIds ?? []);
      await this.ask(db, [...bySession, ...byClass], changed.facts);
    });
    people.subscribe(async (db, _ctx, personIds) => {
      const sessionIds = await this.world.sessionsMarkedFor(db, personIds);
      const classIds = await this.world.classesBehindSessions(db, sessionIds);
      await this.ask(db, await this.world.classesBehindClasses(db, classIds), 1);
    });
  }

  private async ask(db: Db, classIds: readonly number[], facts: number): Promise<void> {
    if (classIds.length > 0) await this.outbox.add(db, compileClassJob, classIds, Math.max(1, facts));
  }
}
