import { declareJob } from '#platform/jobs';

// The key is the id of the import. One file at a time is written by a process: two would wait for each other's rows.
export const checkImport = declareJob({ name: 'check-import', concurrency: 2 });
export const applyImport = declareJob({ name: 'apply-import', concurrency: 1 });
export const revertImport = declareJob({ name: 'revert-import', concurrency: 1 });
