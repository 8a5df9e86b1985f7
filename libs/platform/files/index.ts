export * from './stored-file.entity.js';
export * from './file-store.js';
export * from './files.module.js';
