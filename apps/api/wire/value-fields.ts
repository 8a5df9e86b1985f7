import { Transform } from 'class-transformer';
import { field, type FieldOptions, readInQuery } from './field.js';
import { readId } from './ids.js';

/** The document of an id: opaque to callers, a number inside. */
const idSchema = { type: 'string', pattern: '^[1-9][0-9]*$', example: '42' } as const;

/** Stands for an id that no row can have: never equal to a number, so that the rule fails. */
const readOrKeep = (value: unknown): unknown => {
  if (value === undefined || value === null) return value;
  return readId(value) ?? Number.NaN;
};
const isId = (value: unknown): boolean => Number.isSafeInteger(value);

/** The id of another record: a text on the wire, a number in the DTO. In a view it stays the text. */
export const Id = (options: FieldOptions = {}): PropertyDecorator =>
  field(options, idSchema, [{ fault: 'id', holds: isId }], [Transform(({ value }) => readOrKeep(value))]);

/** Ids of other records, each once. In a query: separated by commas. */
export const Ids = ({ max = 200, min = 0, ...options }: FieldOptions & { max?: number; min?: number } = {}): PropertyDecorator =>
  field(
    options,
    { type: 'array', items: idSchema, minItems: min, maxItems: max, uniqueItems: true, example: ['42'] },
    [
      { fault: 'list', holds: Array.isArray },
      { fault: 'tooMany', allowed: { max }, holds: (value) => (value as unknown[]).length <= max },
      { fault: 'tooFew', allowed: { min }, holds: (value) => (value as unknown[]).length >= min },
      { fault: 'id', holds: (value) => (value as unknown[]).every(isId) },
      { fault: 'repeated', holds: (value) => new Set(value as unknown[]).size === (value as unknown[]).length },
    ],
    // The text is split first, in a query; then each part is read.
    [
      Transform(({ value, options: { groups } }) => {
        const list: unknown = groups?.includes('query') && typeof value === 'string' ? value.split(',') : value;
        return Array.isArray(list) ? list.map(readOrKeep) : list;
      }),
    ],
  );

/** A whole number. Minus nought is none: it would be another text than nought. */
export const Whole = ({ min, max, ...options }: FieldOptions & { min: number; max: number }): PropertyDecorator =>
  field(
    options,
    { type: 'integer', minimum: min, maximum: max, example: Math.max(min, Math.min(max, 30)) },
    [
      { fault: 'whole', holds: (value) => Number.isSafeInteger(value) && !Object.is(value, -0) },
      { fault: 'tooSmall', allowed: { min }, holds: (value) => (value as number) >= min },
      { fault: 'tooLarge', allowed: { max }, holds: (value) => (value as number) <= max },
    ],
    [readInQuery((text) => (/^-?(0|[1-9]\d{0,14})$/.test(text) ? Number(text) : text))],
  );

/** A number with a fraction, such as a coordinate. */
export const Decimal = ({ min, max, ...options }: FieldOptions & { min: number; max: number }): PropertyDecorator =>
  field(options, { type: 'number', minimum: min, maximum: max, example: min }, [
    { fault: 'number', holds: (value) => typeof value === 'number' && Number.isFinite(value) && !Object.is(value, -0) },
    { fault: 'tooSmall', allowed: { min }, holds: (value) => (value as number) >= min },
    { fault: 'tooLarge', allowed: { max }, holds: (value) => (value as number) <= max },
  ]);

/** Yes or no. In a query: `true` or `false`. */
export const Yes = (options: FieldOptions = {}): PropertyDecorator =>
  field(
    options,
    { type: 'boolean', example: true },
    [{ fault: 'yesOrNo', holds: (value) => typeof value === 'boolean' }],
    [readInQuery((text) => (text === 'true' ? true : text === 'false' ? false : text))],
  );
