import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { XmlScanner } from './xml-scanner.js';

type Told = (string | Record<string, string>)[];

/** What is told, with neighbouring texts put together; undefined when the document is refused. */
function scanned(pieces: Buffer[]): Told | undefined {
  const told: Told = [];
  const scanner = new XmlScanner({
    open: (name, attributes) => told.push(`<${name}`, Object.fromEntries(attributes.names().map((n) => [n, attributes.get(n)!]))),
    text: (text) => tell(told, text),
    close: (name) => told.push(`/${name}`),
    doctype: () => {
      throw new Error('doctype');
    },
  });
  try {
    for (const piece of pieces) scanner.write(piece);
    scanner.end();
    return told;
  } catch {
    return undefined;
  }
}

/** The same from a general parser. */
function parsed(xml: string): Told | undefined {
  const told: Told = [];
  const local = (name: string) => name.slice(name.indexOf(':') + 1);
  const parser = new SaxesParser<{ xmlns: false }>({ xmlns: false });
  let depth = 0;
  parser.on('opentag', ({ name, attributes }) => {
    depth++;
    told.push(`<${local(name)}`, { ...attributes });
  });
  parser.on('closetag', ({ name }) => {
    depth--;
    told.push(`/${local(name)}`);
  });
  parser.on('text', (text) => depth > 0 && tell(told, text));
  parser.on('cdata', (text) => tell(told, text));
  parser.on('doctype', () => {
    throw new Error('doctype');
  });
  try {
    parser.write(xml).close();
    return told;
  } catch {
    return undefined;
  }
}

function tell(told: Told, text: string): void {
  const last = told.at(-1);
  if (typeof last === 'string' && last.startsWith('"')) told[told.length - 1] = last + text;
  else if (text !== '') told.push(`"${text}`);
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

const GOOD = [
  '<a/>',
  `${HEAD}\r\n<a b="1" c='2"&quot;&#10;\r\n'>x</a>\n<!-- end -->\n`,
  '\ufeff<x:a\n xmlns:x="urn:x" ><x:b\t/>a&amp;b&#x4e2d;&#20013;<![CDATA[<&]]]]><![CDATA[>]]></x:a >',
  '<名单 届="一">张三𠮷\r李四\r\n</名单>',
  '<a><!-- <b> - & --><?pi <b>?><b>]] ></b></a>',
  '<a b=">" c="/>">></a>',
];

const BAD = [
  ...[
    '',
    ' ',
    'x',
    '<a>',
    '</a>',
    '<a></b>',
    '<a/><b/>',
    '<a/>x',
    'x<a/>',
    '<a b/>',
    '<a b=c/>',
    '<a b="1"c="2"/>',
    '<a b="1" b="2"/>',
    '<a b="<"/>',
  ],
  ...[
    '<a>&</a>',
    '<a>&x;</a>',
    '<a>&amp</a>',
    '<a>&#xd800;</a>',
    '<a>&#1;</a>',
    '<a>&#x110000;</a>',
    '<a b="&x;"/>',
    '<a>]]></a>',
    '<1/>',
    '< a/>',
    '<a\x00/>',
  ],
  ...[
    '<a>\x0b</a>',
    '<a>\uffff</a>',
    '<a><!-- -- --></a>',
    '<a><!-- ---></a>',
    '<![CDATA[x]]><a/>',
    '<a><!ELEMENT x></a>',
    ` ${HEAD}<a/>`,
    `<a>${HEAD}</a>`,
  ],
  ...[
    '<?xml?><a/>',
    '<?xml version="1.0" encoding=""?><a/>',
    '<a><? x?></a>',
    '<a><?x',
    '<a><!--',
    '<a><![CDATA[',
    '<a b="',
    '<a / >',
    '<!DOCTYPE a><a/>',
    '<a></a b="1">',
  ],
];

test('it tells what a general parser tells, however the bytes are cut', () => {
  for (const xml of GOOD) {
    const expected = parsed(xml);
    expect(expected).toBeDefined();
    const bytes = Buffer.from(xml);
    expect(scanned([bytes])).toEqual(expected);
    expect(scanned([...bytes].map((_, i) => bytes.subarray(i, i + 1)).reduce<Buffer[]>(startWhole, []))).toEqual(expected);
    for (let cut = 3; cut < bytes.length; cut++) expect(scanned([bytes.subarray(0, cut), bytes.subarray(cut)])).toEqual(expected);
  }
});

/** The byte order mark is looked for in the first piece only, which in a file is never shorter than three bytes. */
function startWhole(pieces: Buffer[], next: Buffer): Buffer[] {
  if (pieces.length === 1 && pieces[0]!.length < 3) return [Buffer.concat([pieces[0]!, next])];
  return [...pieces, next];
}

test('it refuses what a general parser refuses', () => {
  for (const xml of BAD) {
    expect([xml, parsed(xml)]).toEqual([xml, undefined]);
    expect([xml, scanned([Buffer.from(xml)])]).toEqual([xml, undefined]);
  }
  expect(scanned([Buffer.from('<a>\xff</a>', 'latin1')])).toBeUndefined();
  expect(scanned([Buffer.from('<a>\ufffd</a>')])).toEqual(['<a', {}, '"\ufffd', '/a']);
});

test('they agree on documents that were tampered with', () => {
  const crumbs = [
    '<',
    '>',
    '/',
    '"',
    "'",
    '=',
    ' ',
    '&',
    ';',
    '&lt;',
    '&#65;',
    ']]>',
    '<!--',
    '-->',
    '<![CDATA[',
    '?>',
    '<?p ',
    '<b>',
    '</b>',
    '<b/>',
    '</a>',
    'x',
    ':',
    '中',
    '\r',
    '\n',
    '-',
    '!',
    '\ufffd',
  ];
  const document = fc.array(
    fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...crumbs) }, { weight: 1, arbitrary: fc.constantFrom(...GOOD) }),
    { maxLength: 9 },
  );
  fc.assert(
    fc.property(document, fc.boolean(), fc.nat(), (parts, inside, cut) => {
      const xml = inside ? `<a>${parts.join('')}</a>` : parts.join('');
      const bytes = Buffer.from(xml);
      const at = Math.max(3, cut % (bytes.length + 1));
      expect(scanned([bytes.subarray(0, at), bytes.subarray(at)])).toEqual(parsed(xml));
    }),
    { numRuns: 6_000, seed: 2021 },
  );
});
