export * from './instructor.entity.js';
export * from './instructors.module.js';
