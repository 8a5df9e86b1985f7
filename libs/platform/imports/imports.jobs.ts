import { declareJob } from '#platform/jobs';

// The key is the id of the import. One file at a time is written by a process: two would wait for each other's rows.
// A file that kills its process is not tried for ever: it would take the other work of that process with it each time.
export const checkImport = declareJob({ name: 'check-import', concurrency: 2, leaseSeconds: 60, attempts: 5 });
export const applyImport = declareJob({ name: 'apply-import', concurrency: 1, leaseSeconds: 60, attempts: 5 });
export const revertImport = declareJob({ name: 'revert-import', concurrency: 1, leaseSeconds: 60, attempts: 5 });
