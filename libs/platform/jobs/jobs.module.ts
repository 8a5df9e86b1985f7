import { Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { type Queue } from 'bullmq';
import { type Config, CONFIG } from '#platform/config';
import { ForgetAnswers } from './forget-answers.js';
import { OutboxEntry } from './outbox.entity.js';
import { Outbox } from './outbox.js';
import { makeQueues, QUEUES } from './queues.js';
import { Relay } from './relay.js';

/** Outbox and relay: every process that commits work for later has them. Taking work is the worker's alone. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([OutboxEntry])],
  providers: [Outbox, Relay, ForgetAnswers, { provide: QUEUES, inject: [CONFIG], useFactory: (config: Config) => makeQueues(config) }],
  exports: [Outbox, Relay, QUEUES],
})
export class JobsModule implements OnApplicationShutdown {
  constructor(@Inject(QUEUES) private readonly queues: Map<string, Queue>) {}
  async onApplicationShutdown(): Promise<void> {
    const connections = new Set([...this.queues.values()].map((queue) => queue.opts.connection as { disconnect(): void }));
    await Promise.all([...this.queues.values()].map((queue) => queue.close().catch(() => undefined)));
    for (const connection of connections) connection.disconnect();
  }
}
