import type {} from '@fastify/multipart';
import { createHash } from 'node:crypto';
import { type FastifyRequest } from 'fastify';
import { type Context } from '#platform/context';
import { fileLimit } from '#platform/files';
import { type FieldFault, Refusal } from '#platform/refusal';
import { isStorable } from '../wire/storable-text.js';

export interface SentFile {
  name: string;
  bytes: Buffer;
  /** The other parts of the form. */
  fields: Record<string, string>;
}

/**
 * The one file of a form, with its fields in any order. The whole form is read before anything is judged, or the caller would
 * still be sending when the answer comes. Refusals: mediaTypeUnsupported, malformedBody, malformedText, invalidFields,
 * bodyTooLarge, fileMissing.
 */
export async function readSentFile(request: FastifyRequest, known: readonly string[], limit = fileLimit): Promise<SentFile> {
  if (!request.isMultipart()) throw new Refusal('mediaTypeUnsupported', { expected: 'multipart/form-data' });
  const fields: Record<string, string> = {};
  const faults: FieldFault[] = [];
  let file: { name: string; bytes: Buffer } | null = null;
  try {
    for await (const part of request.parts({ limits: { fileSize: limit } })) {
      const { fieldname: field } = part;
      if (part.type === 'file') {
        const bytes = await part.toBuffer();
        if (field === 'file') file ??= { name: part.filename, bytes };
        else faults.push({ field: field.slice(0, 200), fault: 'unknown' });
      } else if (!known.includes(field)) faults.push({ field: field.slice(0, 200), fault: 'unknown' });
      else if (typeof part.value !== 'string' || part.valueTruncated) faults.push({ field, fault: 'text' });
      else if (Object.hasOwn(fields, field)) faults.push({ field, fault: 'repeated' });
      else fields[field] = part.value;
    }
  } catch (error) {
    // What the form's reader throws for a form it cannot read has no code; its limits do, and know their answer.
    if (error instanceof Refusal || (error as { code?: string }).code?.startsWith('FST_')) throw error;
    throw new Refusal('malformedBody');
  }
  if (faults.length > 0) throw new Refusal('invalidFields', { fields: faults });
  if (![...Object.values(fields), file?.name ?? ''].every(isStorable)) throw new Refusal('malformedText');
  if (!file || file.bytes.length === 0) throw new Refusal('fileMissing', { fields: [{ field: 'file', fault: 'required' }] });
  return { ...file, fields };
}

/** A repeat is told by the content of the file: its length, and the border between the parts, say nothing. */
export const asSent = (ctx: Context, { name, bytes, fields }: SentFile): Context =>
  ctx.idempotency
    ? {
        ...ctx,
        idempotency: {
          ...ctx.idempotency,
          bodyHash: createHash('sha256')
            .update(JSON.stringify([name, Object.entries(fields).sort()]))
            .update(bytes)
            .digest(),
        },
      }
    : ctx;
