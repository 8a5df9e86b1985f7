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
    const db = this.transactions.read;
    // What was touched beside a recount that died in its last moment may have been put aside with the old tables.
    const stale = [...new Set([...(await this.compiled.countedByOtherRules(db, ruleVersion)), ...(await this.compiled.leftTouched(db))])];
    if (stale.length > 0) await this.transactions.run(systemContext('worker'), (own) => this.outbox.add(own, compileClassJob, stale));
  }
}
