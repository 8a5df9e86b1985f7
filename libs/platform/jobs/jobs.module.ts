import { Global, Module, type OnApplicationShutdown } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { type Config, CONFIG } from '#platform/config';
import { installationOf, Transactions } from '#platform/database';
import { ForgetAnswers } from './forget-answers.js';
import { OutboxEntry } from './outbox.entity.js';
import { Outbox } from './outbox.js';
import { QUEUE_PREFIX, queuePrefix, Queues } from './queues.js';
import { QueueBoard } from './queue-board.js';
import { Relay } from './relay.js';

/** Outbox and relay: every process that commits work for later has them. Taking work is the worker's alone. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([OutboxEntry])],
  providers: [
    Outbox,
    Relay,
    ForgetAnswers,
    QueueBoard,
    {
      provide: QUEUE_PREFIX,
      inject: [Transactions],
      useFactory: async (transactions: Transactions) => queuePrefix(await installationOf(transactions.read)),
    },
    { provide: Queues, inject: [CONFIG, QUEUE_PREFIX], useFactory: (config: Config, prefix: string) => new Queues(config, prefix) },
  ],
  exports: [Outbox, Relay, Queues, QueueBoard, QUEUE_PREFIX],
})
export class JobsModule implements OnApplicationShutdown {
  constructor(private readonly queues: Queues) {}
  onApplicationShutdown(): Promise<void> {
    return this.queues.close();
  }
}
