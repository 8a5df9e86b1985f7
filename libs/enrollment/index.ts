export * from './enrollment.repository.js';
export * from './enroll-people.js';
export * from './update-enrollment.js';
export * from './remove-enrollment.js';
export * from './enrollment.module.js';
