export { bundles } from './bundles.js';
export * from './scope.js';
