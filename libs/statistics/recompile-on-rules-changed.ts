import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { systemContext } from '#platform/context';
import { Transactions } from '#platform/database';
import { Outbox } from '#platform/jobs';
import { CompileRepository } from './compiling/compile.repository.js';
import { ruleVersion } from './counting/count-class.js';
import { compileClassJob } from './statistics.jobs.js';

/** When the rules changed with the program, what older rules counted is counted anew; until then `pending` says so. */
@Injectable()
export class RecompileOnRulesChanged implements OnApplicationBootstrap {
  constructor(
    private readonly transactions: Transactions,
    private readonly compiled: CompileRepository,
    private readonly outbox: Outbox,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const stale = await this.compiled.countedByOtherRules(this.transactions.read, ruleVersion);
    if (stale.length > 0) await this.transactions.run(systemContext('worker'), (db) => this.outbox.add(db, compileClassJob, stale));
  }
}
