export * from './enrollment.repository.js';
export * from './enroll-people.js';
export * from './update-enrollment.js';
export * from './remove-enrollment.js';
export * from './cards-in-pack.js';
export * from './issue-cards.js';
export * from './renew-card.js';
export * from './enrollment.module.js';
