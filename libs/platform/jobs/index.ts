export * from './forget-answers.js';
export * from './hold-lease.js';
export * from './job.js';
export * from './outbox.js';
export * from './relay.js';
export * from './queues.js';
export * from './runner.js';
export * from './jobs.module.js';
