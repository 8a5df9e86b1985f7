import { Inject, Injectable } from '@nestjs/common';
import { AuditTrail } from '#platform/audit';
import { type Config, CONFIG } from '#platform/config';
import { judgeDatabase, migrationState, Transactions } from '#platform/database';
import { Queues } from '#platform/jobs';

type Part = 'ok' | 'away' | 'migrationsMissing' | 'newerThanCode' | 'notOurs' | 'loading' | 'notAsked';

export interface ReadinessReport {
  ready: boolean;
  database: Part;
  demo: Part;
  queue: Part;
  /** Parts without which requests are answered all the same, later work waiting. */
  degraded: string[];
}

/** A database that says nothing for this long is away. */
const patienceMs = 2_000;

/** Whether requests can be answered. The queue may be away: what was committed waits in the outbox. */
@Injectable()
export class Readiness {
  private demoLoaded = false;
  private isOurs = false;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly queues: Queues,
  ) {}

  async report(): Promise<ReadinessReport> {
    const database = await within(patienceMs, this.database(), 'away' as Part);
    const demo = database === 'ok' ? await within(patienceMs, this.demo(), 'away' as Part) : 'notAsked';
    const queue: Part = this.queues.answer ? 'ok' : 'away';
    return {
      ready: database === 'ok' && (demo === 'ok' || demo === 'notAsked'),
      database,
      demo,
      queue,
      degraded: queue === 'ok' ? [] : ['queue'],
    };
  }

  private async database(): Promise<Part> {
    const { missing, unknown } = await migrationState(this.transactions.read);
    if (unknown.length > 0) return 'newerThanCode';
    if (missing.length > 0) return 'migrationsMissing';
    // Somebody else, with other keys, may have migrated it after this process began.
    this.isOurs ||= (await judgeDatabase(this.transactions.read, this.config)).length === 0;
    return this.isOurs ? 'ok' : 'notOurs';
  }

  private async demo(): Promise<Part> {
    if (!this.config.expectDemo) return 'notAsked';
    this.demoLoaded ||= await this.audit.happened(this.transactions.read, 'demo', 'demo.loaded');
    return this.demoLoaded ? 'ok' : 'loading';
  }
}

async function within<T>(ms: number, work: Promise<T>, otherwise: T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<T>((done) => (timer = setTimeout(() => done(otherwise), ms)));
  try {
    return await Promise.race([work.catch(() => otherwise), late]);
  } finally {
    clearTimeout(timer);
  }
}
