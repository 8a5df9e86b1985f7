import { isDate } from '#platform/clock';
import { field, type FieldOptions, isText, lengthOf, readInQuery, type Rule } from './field.js';

const text: Rule = { fault: 'text', holds: isText };

interface TextOptions extends FieldOptions {
  max: number;
  /** Characters other than white space; 1 unless told. */
  min?: number;
  pattern?: RegExp;
}

/** A text, kept as it was sent. */
export const Text = ({ max, min = 1, pattern, ...options }: TextOptions): PropertyDecorator =>
  field(options, { type: 'string', minLength: min, maxLength: max, ...(pattern ? { pattern: pattern.source } : {}), example: '文字' }, [
    text,
    ...(min > 0 ? [{ fault: 'empty', holds: (value: unknown) => (value as string).trim().length > 0 }] : []),
    { fault: 'tooShort', allowed: { min }, holds: (value) => lengthOf(value as string) >= min },
    { fault: 'tooLong', allowed: { max }, holds: (value) => lengthOf(value as string) <= max },
    ...(pattern
      ? [{ fault: 'malformed', allowed: { pattern: pattern.source }, holds: (value: unknown) => pattern.test(value as string) }]
      : []),
  ]);

/** One word of a list. */
export const OneOf = (values: readonly string[], options: FieldOptions = {}): PropertyDecorator =>
  field(options, { type: 'string', enum: [...values], example: values[0] }, [
    text,
    { fault: 'oneOf', allowed: values, holds: (value) => values.includes(value as string) },
  ]);

/** Some words of a list, each once. In a query: separated by commas. */
export const SomeOf = (values: readonly string[], options: FieldOptions & { min?: number } = {}): PropertyDecorator =>
  field(
    options,
    {
      type: 'array',
      items: { type: 'string', enum: [...values] },
      minItems: options.min ?? 0,
      uniqueItems: true,
      example: values.slice(0, 1),
    },
    [
      { fault: 'list', holds: Array.isArray },
      { fault: 'oneOf', allowed: values, holds: (value) => (value as unknown[]).every((one) => isText(one) && values.includes(one)) },
      { fault: 'repeated', holds: (value) => new Set(value as unknown[]).size === (value as unknown[]).length },
      { fault: 'tooFew', allowed: { min: options.min ?? 0 }, holds: (value) => (value as unknown[]).length >= (options.min ?? 0) },
    ],
    [readInQuery((value) => value.split(','))],
  );

/** Short texts, each at most `max` characters. */
export const Texts = ({ max, many, ...options }: FieldOptions & { max: number; many: number }): PropertyDecorator =>
  field(options, { type: 'array', items: { type: 'string', minLength: 1, maxLength: max }, maxItems: many, example: ['文字'] }, [
    { fault: 'list', holds: Array.isArray },
    { fault: 'tooMany', allowed: { max: many }, holds: (value) => (value as unknown[]).length <= many },
    { fault: 'text', holds: (value) => (value as unknown[]).every((one) => isText(one) && one.trim().length > 0) },
    { fault: 'tooLong', allowed: { max }, holds: (value) => (value as string[]).every((one) => lengthOf(one) <= max) },
  ]);

const written = (fault: string, format: string, example: string, holds: (text: string) => boolean) => {
  return (options: FieldOptions = {}): PropertyDecorator =>
    field(options, { type: 'string', format, example }, [text, { fault, holds: (value) => holds(value as string) }]);
};

/** A calendar date that exists, `YYYY-MM-DD`, from the year 1900 to 2199. */
export const DateText = written('date', 'date', '2021-03-15', (value) => /^(19|20|21)/.test(value) && isDate(value));
/** A month, `YYYY-MM`. */
export const MonthText = written('month', 'month', '2021-03', (value) => /^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/.test(value));
/** A time of day, `HH:MM`. */
export const TimeText = written('time', 'time', '08:30', (value) => /^([01]\d|2[0-3]):[0-5]\d$/.test(value));
/** A UUID that the client made, in lower case. */
export const Uuid = written('uuid', 'uuid', '7f3c8d1e-52a4-4b6f-9a0d-3e5b7c9d1f20', (value) =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(value),
);
/** A moment with its offset, ISO 8601. Stays a text. */
export const Instant = written('instant', 'date-time', '2021-03-15T09:30:00.000+08:00', (value) => {
  const parts = /^((?:19|20|21)\d{2}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/.exec(value);
  return parts !== null && isDate(parts[1]!);
});
