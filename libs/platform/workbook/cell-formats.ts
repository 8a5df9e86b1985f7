import type { WorkbookLimits } from './limits.js';
import { readXml } from './read-xml.js';
import { WorkbookFault } from './workbook-fault.js';

/** What a number format makes of a number; `plain` is anything that is not a date or time. */
export type CellFormat = 'plain' | 'date' | 'time' | 'dateTime' | 'elapsed';

/** Excel's own limit is 65,490 cell formats. */
const MOST_FORMATS = 65_536;

/** The format of each cell style, by the number that a cell states in `s`. */
export async function readCellFormats(bytes: AsyncIterable<Buffer>, limits: WorkbookLimits): Promise<CellFormat[]> {
  const custom = new Map<number, CellFormat>();
  const formatIds: number[] = [];
  let section = '';

  await readXml(
    bytes,
    {
      // Only styleSheet/numFmts/numFmt and styleSheet/cellXfs/xf: both elements also stand elsewhere, with other meaning.
      open(name, depth, attributes) {
        if (depth === 2) section = name;
        if (depth !== 3) return;
        if (section === 'numFmts' && name === 'numFmt')
          custom.set(Number(attributes.get('numFmtId')), formatOf(attributes.get('formatCode') ?? ''));
        if (section === 'cellXfs' && name === 'xf') formatIds.push(Number(attributes.get('numFmtId') ?? 0));
        if (custom.size > MOST_FORMATS || formatIds.length > MOST_FORMATS) {
          throw new WorkbookFault('tooLarge', 'too many cell formats', { limit: MOST_FORMATS });
        }
      },
    },
    limits,
  );
  return formatIds.map((id) => custom.get(id) ?? builtInFormat(id));
}

/** The built-in formats of ECMA-376 §18.8.30, with those that Chinese, Japanese and Korean Excel add (27–36, 50–58). */
export function builtInFormat(id: number): CellFormat {
  if (id === 22) return 'dateTime';
  if (id === 46) return 'elapsed';
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id === 45 || id === 47 || id === 55 || id === 56) return 'time';
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return 'date';
  return 'plain';
}

/** Reads a format code: what is quoted, escaped, padding, colour, condition or locale does not count. */
export function formatOf(code: string): CellFormat {
  if (/\[(h+|m+|s+)\]/i.test(code)) return 'elapsed';
  const bare = code
    .replace(/"[^"]*"?|\\.|[_*]./gs, '')
    .replace(/\[[^\]]*\]?/g, '')
    .replace(/G\/通用格式|General/gi, '')
    .replace(/E[+-]/gi, '')
    .split(';', 1)[0]!;
  const time = /[hs]|AM\/PM|A\/P|上午|下午/i.test(bare);
  const date = /[ydeg]|aaa|b{2}/i.test(bare) || (!time && /m/i.test(bare));
  if (date) return time ? 'dateTime' : 'date';
  return time ? 'time' : 'plain';
}
