import { Global, Module, type OnApplicationShutdown } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { type Config, CONFIG } from '#platform/config';
import { ForgetAnswers } from './forget-answers.js';
import { OutboxEntry } from './outbox.entity.js';
import { Outbox } from './outbox.js';
import { Queues } from './queues.js';
import { Relay } from './relay.js';

/** Outbox and relay: every process that commits work for later has them. Taking work is the worker's alone. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([OutboxEntry])],
  providers: [Outbox, Relay, ForgetAnswers, { provide: Queues, inject: [CONFIG], useFactory: (config: Config) => new Queues(config) }],
  exports: [Outbox, Relay, Queues],
})
export class JobsModule implements OnApplicationShutdown {
  constructor(private readonly queues: Queues) {}
  onApplicationShutdown(): Promise<void> {
    return this.queues.close();
  }
}
