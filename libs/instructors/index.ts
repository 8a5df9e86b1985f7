export * from './instructor.entity.js';
export * from './instructor.repository.js';
export * from './create-instructor.js';
export * from './update-instructor.js';
export * from './import-instructors.js';
export * from './instructors.module.js';
