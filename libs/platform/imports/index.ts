export * from './importer.js';
export * from './importer-registry.js';
export * as cells from './cells.js';
export { CellFault } from './cells.js';
