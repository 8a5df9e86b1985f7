import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ValidateBy, ValidateIf } from 'class-validator';

/** What every field decorator understands. */
export interface FieldOptions {
  /** The field may be left out. */
  optional?: boolean;
  /** The field may be `null`, which clears what stood there. */
  nullable?: boolean;
  example?: unknown;
  /** One sentence for the reader of the document. */
  about?: string;
}

/** A rule of a field. `fault` is the short word that the caller gets beside the field's name when the rule does not hold. */
export interface Rule {
  fault: string;
  allowed?: unknown;
  holds(value: unknown): boolean;
}

/** The group in which values arrive as text: query parameters. Bodies are never converted. */
export const fromQuery = 'query';

/** One decorator for a field: its rules in order (only the first that fails is told), and its page in the document. */
export function field(
  options: FieldOptions,
  schema: ApiPropertyOptions,
  rules: readonly Rule[],
  more: PropertyDecorator[] = [],
): PropertyDecorator {
  const given: Rule = { fault: 'required', holds: (value) => value !== undefined && (value !== null || Boolean(options.nullable)) };
  const skipped = (value: unknown): boolean =>
    (value === undefined && Boolean(options.optional)) || (value === null && Boolean(options.nullable));
  const page = {
    ...schema,
    ...(options.example === undefined ? {} : { example: options.example }),
    ...(options.about === undefined ? {} : { description: options.about }),
    ...(options.nullable ? { nullable: true } : {}),
    required: !options.optional,
  } as ApiPropertyOptions;
  return applyDecorators(
    ApiProperty(page),
    ValidateIf((_, value) => !skipped(value)),
    ...[given, ...rules].map((rule) => constraint(rule)),
    ...more,
  ) as PropertyDecorator;
}

const constraint = (rule: Rule): PropertyDecorator =>
  ValidateBy(
    { name: rule.fault, validator: { validate: (value) => rule.holds(value), defaultMessage: () => rule.fault } },
    rule.allowed === undefined ? {} : { context: rule.allowed },
  );

/** Reads a value that arrives as text in a query; what cannot be read stays as it is and fails its rule. */
export const readInQuery = (read: (text: string) => unknown): PropertyDecorator =>
  Transform(({ value }) => (typeof value === 'string' ? read(value) : value), { groups: [fromQuery] });

export const isText = (value: unknown): value is string => typeof value === 'string';
/** Lengths are counted in characters as people see them, not in UTF-16 halves. */
export const lengthOf = (text: string): number => [...text].length;

const untouched = new WeakMap<object, string[]>();

/** The list reaches the use case as it came: its items are judged there. */
export const AsItCame = (): PropertyDecorator => (prototype, name) => {
  const names = untouched.get(prototype.constructor) ?? [];
  untouched.set(prototype.constructor, [...names, String(name)]);
};
/** Names of such fields of a DTO. */
export const asItCame = (dto: object): readonly string[] => untouched.get(dto) ?? [];
