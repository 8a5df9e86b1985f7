import { ApiExtension } from '@nestjs/swagger';
import { type RefusalCode } from '#contract';

/** Names, in the document, the refusals that are this route's own; those that every route may answer are added by themselves. */
export const Refuses = (...codes: RefusalCode[]): MethodDecorator => ApiExtension('x-refusals', codes);

/** Says, in the document, that an `Idempotency-Key` means nothing here: each fact has an id of its own, or the answer is never kept. */
export const Keyless = (): MethodDecorator => ApiExtension('x-keyless', true);
