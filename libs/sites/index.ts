export * from './training-base.entity.js';
export * from './teaching-site.entity.js';
export * from './learning-route.entity.js';
export * from './sites.module.js';
