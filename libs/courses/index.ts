export * from './kinds/index.js';
export * from './counting-unit.policy.js';
export * from './course.entity.js';
export * from './course.repository.js';
export * from './create-course.js';
export * from './update-course.js';
export * from './courses.module.js';
