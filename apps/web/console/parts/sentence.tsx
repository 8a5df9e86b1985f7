import { Fragment, type ReactNode } from 'react';

/** What a sentence says, without the marks in it. */
export const saidBy = (sentence: string): string => sentence.replaceAll(/<\/?\w>/g, '');

/**
 * A sentence of the catalogue some of whose words are drawn in another way: `<b>12</b> batches` by `draw.b`. The library for it weighs
 * more than all else of the page that people begin with.
 */
export function Sentence({ of: sentence, draw }: { of: string; draw: Record<string, (words: string) => ReactNode> }) {
  const [before, ...marked] = sentence.split(/<(\w)>(.*?)<\/\1>/);
  const pieces = Array.from({ length: marked.length / 3 }, (_, i) => marked.slice(3 * i, 3 * i + 3) as [string, string, string]);
  return (
    <>
      {before}
      {pieces.map(([mark, words, after]) => (
        <Fragment key={mark}>
          {draw[mark]!(words)}
          {after}
        </Fragment>
      ))}
    </>
  );
}
