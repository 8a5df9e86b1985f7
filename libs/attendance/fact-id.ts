import { createHash } from 'node:crypto';

/** An id made of content, so that the same content is the same fact. */
export function factId(content: readonly unknown[]): string {
  const hex = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** The id of content that was said before, superseded by `standing`, and is said again: another fact than the first time. */
export const factIdAgain = (id: string, standing: readonly string[]): string => factId(['again', id, ...[...standing].sort()]);
