import { type ApiPropertyOptions } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import { field, type FieldOptions } from './field.js';

type Shape = () => new () => object;

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A part with fields of its own. */
export const Nested = (shape: Shape, options: FieldOptions = {}): PropertyDecorator =>
  field(options, { type: shape } as ApiPropertyOptions, [{ fault: 'object', holds: isObject }], [Type(shape), ValidateNested()]);

/** Parts with fields of their own, at most `max`. */
export const NestedList = (
  shape: Shape,
  { max = 200, min = 0, ...options }: FieldOptions & { max?: number; min?: number } = {},
): PropertyDecorator =>
  field(
    options,
    { type: shape, isArray: true, minItems: min, maxItems: max } as ApiPropertyOptions,
    [
      { fault: 'list', holds: Array.isArray },
      { fault: 'tooMany', allowed: { max }, holds: (value) => (value as unknown[]).length <= max },
      { fault: 'tooFew', allowed: { min }, holds: (value) => (value as unknown[]).length >= min },
      { fault: 'object', holds: (value) => (value as unknown[]).every(isObject) },
    ],
    [Type(shape), ValidateNested({ each: true })],
  );

/** For views only: a part whose shape is said as a schema. */
export const Shown = (schema: ApiPropertyOptions, options: FieldOptions = {}): PropertyDecorator => field(options, schema, []);
