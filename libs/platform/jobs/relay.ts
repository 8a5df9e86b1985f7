import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Transactions } from '#platform/database';
import { Outbox } from './outbox.js';
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

  constructor(
    private readonly transactions: Transactions,
    private readonly outbox: Outbox,
    private readonly queues: Queues,
  ) {}

  onApplicationBootstrap(): void {
    this.transactions.onCommit(() => this.wake());
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
          const rows = await this.transactions.read.transaction('READ COMMITTED', (db) => this.outbox.takeDue(db, batch));
          await this.queues.take(rows);
          full = rows.length === batch;
        }
      } catch {
        // The rows stay; the sweep brings them again.
      }
    }
  }
}
