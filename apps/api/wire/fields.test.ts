import 'reflect-metadata';
import { describe, expect, test } from '@jest/globals';
import { type FieldFault, type Refusal } from '#platform/refusal';
import {
  DateText,
  Decimal,
  Id,
  Ids,
  Instant,
  MonthText,
  Nested,
  OneOf,
  SomeOf,
  Text,
  Texts,
  TimeText,
  Uuid,
  Whole,
  Yes,
} from './fields.js';
import { FieldsPipe } from './fields-pipe.js';

class Part {
  @Text({ max: 5 }) name: string;
}
class Everything {
  @Text({ max: 3, optional: true, nullable: true }) text?: string | null;
  @Text({ max: 9, min: 0, optional: true, pattern: /^[a-z]*$/ }) word?: string;
  @OneOf(['a', 'b'], { optional: true }) one?: string;
  @SomeOf(['a', 'b', 'c'], { optional: true }) some?: string[];
  @Texts({ max: 3, many: 2, optional: true }) texts?: string[];
  @Id({ optional: true, nullable: true }) id?: number | null;
  @Ids({ max: 2, optional: true }) ids?: number[];
  @Whole({ min: 0, max: 10, optional: true }) whole?: number;
  @Decimal({ min: -1, max: 1, optional: true }) decimal?: number;
  @Yes({ optional: true }) yes?: boolean;
  @DateText({ optional: true }) date?: string;
  @MonthText({ optional: true }) month?: string;
  @TimeText({ optional: true }) time?: string;
  @Uuid({ optional: true }) uuid?: string;
  @Instant({ optional: true }) instant?: string;
  @Nested(() => Part, { optional: true }) part?: Part;
}

const pipe = new FieldsPipe();
const body = (value: object) => pipe.transform(value, { type: 'body', metatype: Everything }) as Everything;
const query = (value: object) => pipe.transform(value, { type: 'query', metatype: Everything }) as Everything;
const faults = (read: (value: object) => unknown, value: object): string[] => {
  try {
    read(value);
    return [];
  } catch (refusal) {
    return ((refusal as Refusal).facts.fields as FieldFault[]).map(({ field, fault }) => `${field} ${fault}`);
  }
};

describe('a body', () => {
  test.each<[keyof Everything, unknown[], [unknown, string][]]>([
    [
      'text',
      ['好', ' a ', '😀😀😀', null],
      [
        ['', 'empty'],
        ['   ', 'empty'],
        ['😀😀😀😀', 'tooLong'],
        [7, 'text'],
        [{}, 'text'],
        [['a'], 'text'],
      ],
    ],
    [
      'word',
      ['', 'abc'],
      [
        ['Abc', 'malformed'],
        ['abc\n', 'malformed'],
      ],
    ],
    [
      'one',
      ['a'],
      [
        ['c', 'oneOf'],
        ['', 'oneOf'],
        [['a'], 'text'],
        ['toString', 'oneOf'],
      ],
    ],
    [
      'some',
      [[], ['a', 'b']],
      [
        ['a', 'list'],
        [['x'], 'oneOf'],
        [['a', 'a'], 'repeated'],
        [[null], 'oneOf'],
      ],
    ],
    [
      'texts',
      [[], ['a', 'b']],
      [
        ['a', 'list'],
        [['a', 'b', 'c'], 'tooMany'],
        [['abcd'], 'tooLong'],
        [[''], 'text'],
        [[1], 'text'],
      ],
    ],
    [
      'whole',
      [0, 10],
      [
        [-1, 'tooSmall'],
        [11, 'tooLarge'],
        [1.5, 'whole'],
        ['1', 'whole'],
        [-0, 'whole'],
        [1e308, 'whole'],
        [true, 'whole'],
        [null, 'required'],
      ],
    ],
    [
      'decimal',
      [0.5, -1],
      [
        ['0.5', 'number'],
        [2, 'tooLarge'],
        [-0, 'number'],
        [1e308, 'tooLarge'],
      ],
    ],
    [
      'yes',
      [true, false],
      [
        ['true', 'yesOrNo'],
        [1, 'yesOrNo'],
        [null, 'required'],
      ],
    ],
    [
      'date',
      ['2021-02-28', '2024-02-29'],
      [
        ['2021-02-29', 'date'],
        ['2021-2-3', 'date'],
        ['2021-13-01', 'date'],
        ['0021-01-01', 'date'],
        ['2021-01-01T00:00:00Z', 'date'],
        [20210101, 'text'],
      ],
    ],
    [
      'month',
      ['2021-12'],
      [
        ['2021-13', 'month'],
        ['2021-00', 'month'],
        ['2021-1', 'month'],
        ['9999-01', 'month'],
      ],
    ],
    [
      'time',
      ['00:00', '23:59'],
      [
        ['24:00', 'time'],
        ['8:30', 'time'],
        ['08:60', 'time'],
      ],
    ],
    [
      'uuid',
      ['7f3c8d1e-52a4-4b6f-9a0d-3e5b7c9d1f20'],
      [
        ['7F3C8D1E-52A4-4B6F-9A0D-3E5B7C9D1F20', 'uuid'],
        ['7f3c8d1e52a44b6f9a0d3e5b7c9d1f20', 'uuid'],
        ['', 'uuid'],
      ],
    ],
    [
      'instant',
      ['2021-03-15T09:30:00Z', '2021-03-15T09:30:00.123+08:00'],
      [
        ['2021-03-15', 'instant'],
        ['2021-02-30T09:30:00Z', 'instant'],
        ['2021-03-15T09:30:00', 'instant'],
        ['2021-03-15T25:30:00Z', 'instant'],
      ],
    ],
  ])('%s', (field, good, bad) => {
    for (const value of good) expect(body({ [field]: value })[field]).toEqual(value);
    for (const [value, fault] of bad) expect([value, faults(body, { [field]: value })]).toEqual([value, [`${field} ${fault}`]]);
  });

  test('ids are texts on the wire and numbers inside', () => {
    expect(body({ id: '42', ids: ['1', '4294967295'] })).toMatchObject({ id: 42, ids: [1, 4_294_967_295] });
    expect(body({ id: null }).id).toBeNull();
    for (const id of [42, '042', '4294967296', '', ' 42', {}, [], ['42']]) expect(faults(body, { id })).toEqual(['id id']);
    expect(faults(body, { ids: ['1', '1'] })).toEqual(['ids repeated']);
    expect(faults(body, { ids: '1,2' })).toEqual(['ids list']);
    expect(faults(body, { ids: ['1', '2', '3'] })).toEqual(['ids tooMany']);
  });

  test('parts are judged by their own fields', () => {
    expect(body({ part: { name: '王' } }).part).toBeInstanceOf(Part);
    expect(faults(body, { part: {} })).toEqual(['part.name required']);
    expect(faults(body, { part: { name: 'x', age: 3 } })).toEqual(['part.age unknown']);
    for (const part of [[], [{ name: 'x' }], 'x', 7]) expect(faults(body, { part })).toContain('part object');
  });

  test('all faults are told at once', () => {
    expect(faults(body, { whole: 'x', yes: 'x', nothing: 1 }).sort()).toEqual(['nothing unknown', 'whole whole', 'yes yesOrNo']);
  });
});

describe('a query', () => {
  test('is text that the fields read', () => {
    expect(query({ whole: '7', yes: 'false', some: 'a,c', ids: '3,5', id: '9', text: '好' })).toEqual(
      expect.objectContaining({ whole: 7, yes: false, some: ['a', 'c'], ids: [3, 5], id: 9, text: '好' }),
    );
  });
  test.each<[string, unknown, string]>([
    ['whole', '07', 'whole'],
    ['whole', '1e1', 'whole'],
    ['whole', '', 'whole'],
    ['whole', ['1', '2'], 'whole'],
    ['yes', '1', 'yesOrNo'],
    ['some', 'a,', 'oneOf'],
    ['some', '', 'oneOf'],
    ['ids', '1,x', 'id'],
    ['id', ['1'], 'id'],
  ])('%s=%j → %s', (field, value, fault) => expect(faults(query, { [field]: value })).toEqual([`${field} ${fault}`]));
});
