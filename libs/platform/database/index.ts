export * from './transactions.js';
export * from './connection.js';
export * from './durability.js';
export * from './rows.js';
export * from './migrate.js';
export * from './database.module.js';
export * from './idempotency-key.entity.js';
