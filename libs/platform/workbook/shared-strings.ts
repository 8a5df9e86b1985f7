import { RichText, escapedLength, unescapeText } from './cell-text.js';
import type { WorkbookLimits } from './limits.js';
import { readXml } from './read-xml.js';
import { WorkbookFault } from './workbook-fault.js';

/**
 * The table of shared strings, in its order. A text longer than a cell may be is kept one character too long:
 * whether that is a fault depends on whether a visible cell uses it.
 */
export async function readSharedStrings(bytes: AsyncIterable<Buffer>, limits: WorkbookLimits): Promise<string[]> {
  const strings: string[] = [];
  let length = 0;
  let item: RichText | undefined;

  await readXml(
    bytes,
    {
      open(name, depth) {
        if (depth === 2 && name === 'si') item = new RichText(escapedLength(limits.cellLength));
        else if (depth > 2) item?.open(name, depth - 2);
      },
      text: (text) => item?.text(text),
      close(_name, depth) {
        if (depth > 2) return item?.close();
        if (depth < 2 || !item) return;
        const value = unescapeText(item.value).slice(0, limits.cellLength + 1);
        item = undefined;
        length += value.length;
        strings.push(value);
        if (strings.length > limits.sharedStrings) throw tooMany(limits.sharedStrings);
        if (length > limits.sharedLength) throw tooMany(limits.sharedLength);
      },
    },
    limits,
  );
  return strings;
}

function tooMany(limit: number): WorkbookFault {
  return new WorkbookFault('tooManyStrings', 'too many shared strings, or too long ones', { limit });
}
