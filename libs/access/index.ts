export { bundles } from './bundles.js';
export * from './scope.js';
export * from './access.module.js';
