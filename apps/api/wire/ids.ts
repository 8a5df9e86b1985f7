import { Injectable, type PipeTransform } from '@nestjs/common';
import { Refusal } from '#platform/refusal';

const greatest = 4_294_967_295;

/** The number in an id's text, or `null` when no record can have such an id. */
export function readId(text: unknown): number | null {
  if (typeof text !== 'string' || !/^[1-9]\d{0,9}$/.test(text)) return null;
  const id = Number(text);
  return id <= greatest ? id : null;
}

/** An id as callers see it. */
export const idText = (id: number): string => String(id);

/** `@Param('id', IdPipe) id: number` — a malformed id answers as an unknown one. */
@Injectable()
export class IdPipe implements PipeTransform<unknown, number> {
  transform(value: unknown): number {
    const id = readId(value);
    if (id === null) throw new Refusal('notFound');
    return id;
  }
}

/** `@Param('id', UuidPipe) id: string` — for records whose id the client made. */
@Injectable()
export class UuidPipe implements PipeTransform<unknown, string> {
  transform(value: unknown): string {
    if (typeof value !== 'string' || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value)) throw new Refusal('notFound');
    return value;
  }
}
