import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { type FieldFault, Refusal } from '#platform/refusal';
import { asItCame, fromQuery } from './field.js';

const untyped = new Set<unknown>([undefined, Object, String, Number, Boolean, Array]);

/** Judges bodies and queries by their DTO. Nothing that the DTO does not name passes; bodies are not converted. */
@Injectable()
export class FieldsPipe implements PipeTransform {
  transform(value: unknown, { type, metatype }: ArgumentMetadata): unknown {
    if ((type !== 'body' && type !== 'query') || untyped.has(metatype)) return value;
    const code = type === 'query' ? 'invalidParameters' : 'invalidFields';
    const plain = value ?? {};
    if (typeof plain !== 'object' || Array.isArray(plain)) throw new Refusal(code, { fields: [{ field: '', fault: 'object' }] });
    // What another judges item by item is not walked through here: it may be most of a packet.
    const given = { ...plain } as Record<string, unknown>;
    const aside = asItCame(metatype!).filter((name) => Array.isArray(given[name]));
    const dto = plainToInstance(
      metatype as new () => object,
      { ...given, ...Object.fromEntries(aside.map((name) => [name, []])) },
      { groups: type === 'query' ? [fromQuery] : [] },
    );
    for (const name of aside) (dto as Record<string, unknown>)[name] = given[name];
    const errors = validateSync(dto, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: false, stopAtFirstError: true });
    if (errors.length > 0) throw new Refusal(code, { fields: errors.flatMap((error) => faultsOf(error, '')).slice(0, 100) });
    return dto;
  }
}

/** Names of class-validator's own, in our words. */
const words: Record<string, string> = { whitelistValidation: 'unknown', nestedValidation: 'object' };

function faultsOf(error: ValidationError, before: string): FieldFault[] {
  const isPlace = /^\d+$/.test(error.property) && before !== '';
  const name = (isPlace ? `${before}[${error.property}]` : before === '' ? error.property : `${before}.${error.property}`).slice(0, 200);
  const own = Object.keys(error.constraints ?? {}).map((constraint): FieldFault => {
    const allowed: unknown = error.contexts?.[constraint];
    return { field: name, fault: words[constraint] ?? constraint, ...(allowed === undefined ? {} : { allowed }) };
  });
  return [...own, ...(error.children ?? []).flatMap((child) => faultsOf(child, name))];
}
