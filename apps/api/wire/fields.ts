/** The decorators of DTO fields: one a field gives its rules and its page in the document. Views use the same ones. */
export { type FieldOptions } from './field.js';
export * from './text-fields.js';
export * from './value-fields.js';
export * from './nested-fields.js';
