import { type ApiPropertyOptions } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import { field, type FieldOptions } from './field.js';

export type Shape = () => new () => object;

/** The document looks a class up later only when the function that names it is called `type`. */
const shaped = (shape: Shape): ApiPropertyOptions => ({ type: () => shape() });

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A part with fields of its own. */
export const Nested = (shape: Shape, options: FieldOptions = {}): PropertyDecorator =>
  field(options, shaped(shape), [{ fault: 'object', holds: isObject }], [Type(shape), ValidateNested()]);

/** Parts with fields of their own, at most `max`. */
export const NestedList = (
  shape: Shape,
  { max = 200, min = 0, ...options }: FieldOptions & { max?: number; min?: number } = {},
): PropertyDecorator =>
  field(
    options,
    { ...shaped(shape), isArray: true, minItems: min, maxItems: max } as ApiPropertyOptions,
    [
      { fault: 'list', holds: Array.isArray },
      { fault: 'tooMany', allowed: { max }, holds: (value) => (value as unknown[]).length <= max },
      { fault: 'tooFew', allowed: { min }, holds: (value) => (value as unknown[]).length >= min },
      { fault: 'object', holds: (value) => (value as unknown[]).every(isObject) },
    ],
    [Type(shape), ValidateNested({ each: true })],
  );

/** For views only: a part whose fields another class says. */
export const ShownPart = (shape: Shape, options: FieldOptions = {}): PropertyDecorator => field(options, shaped(shape), []);

/** For views only: a list of such parts. */
export const ShownParts = (shape: Shape, options: FieldOptions = {}): PropertyDecorator =>
  field(options, { ...shaped(shape), isArray: true } as ApiPropertyOptions, []);

/** What a class must say that shows a `T` whole: a field that `T` gains does not compile until its page says it too. */
export type Told<T> = { [Field in keyof Required<T>]: T[Field] };

/** For views only: a part whose shape is said as a schema. */
export const Shown = (schema: ApiPropertyOptions, options: FieldOptions = {}): PropertyDecorator => field(options, schema, []);
