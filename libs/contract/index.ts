export * from './words.js';
export * from './permissions.js';
export * from './refusals.js';
export * from './live-set.js';
export * from './fold-marks.js';
export * from './fold-head-counts.js';
export * from './mark-packet.js';
