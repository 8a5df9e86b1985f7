import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Transactions } from '#platform/database';
import { restOf } from './job.js';
import { Outbox, type OutboxRow } from './outbox.js';
import { Queues } from './queues.js';

const batch = 500;
const sweepMs = 1_000;

/** Turns outbox rows into queue messages: at once after a commit, and by a slow sweep for what was missed. */
@Injectable()
export class Relay implements OnApplicationBootstrap, OnApplicationShutdown {
  private running: Promise<void> | null = null;
  private again = false;
  private stopped = false;
  private timer?: NodeJS.Timeout;
  /** When work that is to rest was handed over last: here, which is enough to keep a class that is being marked from being counted all the time. */
  private readonly handedOver = new Map<string, number>();

  constructor(
    private readonly transactions: Transactions,
    private readonly outbox: Outbox,
    private readonly queues: Queues,
  ) {}

  onApplicationBootstrap(): void {
    this.transactions.onCommit((db) => this.outbox.askedIn(db) && this.wake());
    this.timer = setInterval(() => this.wake(), sweepMs);
    this.timer.unref();
    this.wake();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.running;
  }

  wake(): void {
    if (this.stopped) return;
    this.again = true;
    this.running ??= this.drain().finally(() => {
      this.running = null;
    });
  }

  private async drain(): Promise<void> {
    while (this.again && !this.stopped) {
      this.again = false;
      try {
        for (let full = true; full && !this.stopped;) {
          // Not through `run`, whose commit would wake this relay again.
          const { taken, found, restMs } = await this.transactions.read.transaction((db) =>
            this.outbox.takeDue(db, batch, (row) => this.rest(row)),
          );
          await this.queues.take(taken);
          this.remember(taken);
          if (restMs > 0) setTimeout(() => this.wake(), restMs + 1).unref();
          full = found === batch;
        }
      } catch {
        // The rows stay; the sweep brings them again.
      }
    }
  }

  private rest({ job, job_key: key }: OutboxRow): number {
    const last = this.handedOver.get(`${job} ${key}`);
    return last === undefined ? 0 : last + restOf(job) - performance.now();
  }

  private remember(rows: readonly OutboxRow[]): void {
    for (const { job, job_key: key } of rows) {
      if (restOf(job) === 0) continue;
      // Put behind all others: the oldest stand first.
      this.handedOver.delete(`${job} ${key}`);
      this.handedOver.set(`${job} ${key}`, performance.now());
    }
    for (const [name, at] of this.handedOver) {
      if (performance.now() - at < restOf(name.split(' ')[0]!)) break;
      this.handedOver.delete(name);
    }
  }
}
