export * from './person-facts.js';
export * from './audience.policy.js';
export * from './breakdowns.policy.js';
export * from './unit-on.policy.js';
export * from './people.events.js';
export * from './counting.repository.js';
export * from './people.module.js';
