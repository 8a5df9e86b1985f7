export * from './fields.js';
export * from './ids.js';
export * from './paging.js';
export * from './permit.js';
export { anonymousContext, contextOf, Ctx } from './request.js';
export * from './refuses.js';
export * from './shows.js';
export { IfMatch } from './versions.js';
export { ShowsJpeg, ShowsWorkbook, workbookAnswer } from './shows-file.js';
