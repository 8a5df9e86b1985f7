export * from './kinds/index.js';
export * from './counting-unit.policy.js';
export * from './courses.module.js';
