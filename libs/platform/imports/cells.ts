import { isDate } from '#platform/clock';

/** What a cell says is not what its column wants. Facts never hold the cell's text: it may be personal. */
export class CellFault extends Error {
  constructor(
    readonly code: string,
    readonly facts?: Record<string, unknown>,
  ) {
    super(code);
    this.name = 'CellFault';
  }
}

/** Most codes and numbers are: they have one width, and nothing in them is composed. */
export const isAscii = (text: string): boolean => /^[\x20-\x7e]*$/.test(text);

/** Trimmed text of at most `max` characters. Names and sentences keep their own width of letters. */
export const text =
  (max = 200) =>
  (cell: string): string => {
    const value = cell.trim();
    if ([...value].length > max) throw new CellFault('tooLong', { max });
    return value;
  };

/** A code: half-width, without spaces, so that １２３ and 123 are one. At most `max` characters. */
export const code =
  (max = 40) =>
  (cell: string): string => {
    const value = (isAscii(cell) ? cell : cell.normalize('NFKC')).replace(/\s/g, '');
    if (value.length > max) throw new CellFault('tooLong', { max });
    return value;
  };

/** A whole number within bounds; a thousands comma is read over. */
export const wholeNumber =
  (min: number, max: number) =>
  (cell: string): number => {
    const plain = cell
      .normalize('NFKC')
      .replace(/\s/g, '')
      .replace(/,(?=\d{3}(?!\d))/g, '');
    if (!/^[+-]?\d{1,15}(\.0*)?$/.test(plain)) throw new CellFault('malformedNumber');
    const value = Number(plain);
    if (value < min || value > max) throw new CellFault('outOfRange', { min, max });
    return value === 0 ? 0 : value;
  };

/** A number with a fraction within bounds. */
export const decimal =
  (min: number, max: number) =>
  (cell: string): number => {
    const plain = cell.normalize('NFKC').replace(/\s/g, '');
    if (!/^[+-]?\d{1,15}(\.\d{1,15})?$/.test(plain)) throw new CellFault('malformedNumber');
    const value = Number(plain);
    if (value < min || value > max) throw new CellFault('outOfRange', { min, max });
    return value;
  };

const dateForms = [
  /^(\d{4})-(\d{1,2})-(\d{1,2})$/,
  /^(\d{4})年(\d{1,2})月(\d{1,2})[日号]?$/,
  /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/,
  /^(\d{4})\.(\d{1,2})\.(\d{1,2})$/,
];
const midnight = /(?<=\d)[ T]00:00(:00)?$/;

/** A date that exists, as `YYYY-MM-DD`: 2021-06-08, 2021年6月8日, 2021/6/8, 2021.6.8. */
export const date =
  () =>
  (cell: string): string => {
    const plain = cell.normalize('NFKC').trim().replace(midnight, '').replace(/\s/g, '');
    for (const form of dateForms) {
      const [, year, month, day] = form.exec(plain) ?? [];
      if (!year) continue;
      const value = `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`;
      if (isDate(value)) return value;
    }
    throw new CellFault('malformedDate');
  };

/** A time of day as `HH:MM`: 9:00, 09:00, 9：00, 9:00:00, 9点, 9时30分, 14点半. */
export const time =
  () =>
  (cell: string): string => {
    const plain = cell
      .normalize('NFKC')
      .replace(/\s/g, '')
      .replace(/[点时]半$/, ':30')
      .replace(/[点时]整?$/, ':00')
      .replace(/[点时]/, ':')
      .replace(/分$/, '');
    const [, hour, minute] = /^(\d{1,2}):(\d{1,2})(?::00)?$/.exec(plain) ?? [];
    if (!hour || Number(hour) > 23 || Number(minute) > 59) throw new CellFault('malformedTime');
    return `${hour.padStart(2, '0')}:${minute!.padStart(2, '0')}`;
  };

/** One of the words of a column, as the product's own word. */
export const oneOf =
  <T>(words: Readonly<Record<string, T>>) =>
  (cell: string): T => {
    const word = cell.normalize('NFKC').replace(/\s/g, '');
    if (!Object.hasOwn(words, word)) throw new CellFault('unknownValue', { allowed: Object.keys(words) });
    return words[word]!;
  };

/** Several values in one cell, each read by `item`; empty ones and repeats are dropped. */
export const list =
  <T>(item: (text: string) => T) =>
  (cell: string): T[] => [
    ...new Set(
      cell
        .split(/[、,，;；\n]/)
        .map((part) => part.trim())
        .filter((part) => part !== '')
        .map(item),
    ),
  ];

const yesNoWords: Record<string, boolean> = { 是: true, 否: false, TRUE: true, FALSE: false, 真: true, 假: false, '√': true, '×': false };

export const yesNo =
  () =>
  (cell: string): boolean => {
    const word = cell.normalize('NFKC').trim().toUpperCase();
    if (!Object.hasOwn(yesNoWords, word)) throw new CellFault('unknownValue', { allowed: ['是', '否'] });
    return yesNoWords[word]!;
  };
