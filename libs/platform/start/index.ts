export * from './end-when-told.js';
export * from './explain-start.js';
