import { type Words } from '../words/shape.ts';
import { teach } from '../words/teach.ts';

export const zh = {
  title: '收手机文件',
  back: '待办',
  before:
    '手机长期没有信号、存储已满或不能再发送时,可在手机“发送情况”里点“导出待发”,把文件带到这里。记在登记人名下,如同手机自己交来;以后手机自己发出,也不会重复。',
  drop: '把手机导出的文件拖到这里',
  choose: '选择文件',
  limits: '.json,不超过 20 MB,10,000 条;只收你处理考勤的课次',
  several: '一次只收一个文件。',
  tooLarge: '文件超过 20 MB。',
  working: '正在收……',
  another: '再收一个',
  from: '来自',
  written: '导出于',
  phone: '{{name}} 的手机',
  phoneOf: '{{name}} 的手机({{label}})',
  sum: {
    accepted: '已收 {{n}} 条',
    already: '早已收到 {{n}} 条',
    review: '待核对 {{n}} 条',
    conflict: '编号冲突 {{n}} 条',
    refused: '没有收 {{n}} 条',
  },
  none: '文件里没有登记。',
  who: '谁',
  session: '课次',
  mark: '登记',
  verdict: '结果',
  reason: '原因',
  heads: '清点 {{n}} 人',
  unreadable: '读不出',
  said: { accepted: '已收', already: '早已收到', review: '已收,待核对', conflict: '没有收', refused: '没有收' },
};

export const en: Words<typeof zh> = {
  title: 'Take in a phone’s file',
  back: 'Waiting',
  before:
    'Where a phone has long had no signal, is full or can hand over no more, “Export unsent” under “What was sent” on the phone writes a file. Bring it here: it is credited to who recorded it, as if the phone had come; what the phone sends later itself is not doubled.',
  drop: 'Drop the file of the phone here',
  choose: 'Choose the file',
  limits: '.json, at most 20 MB and 10,000 records; only sessions whose attendance you settle',
  several: 'One file at a time.',
  tooLarge: 'The file is larger than 20 MB.',
  working: 'Taking it in…',
  another: 'Another file',
  from: 'From',
  written: 'Written',
  phone: 'the phone of {{name}}',
  phoneOf: 'the phone of {{name}} ({{label}})',
  sum: {
    accepted: '{{n}} taken',
    already: '{{n}} had come before',
    review: '{{n}} to be reviewed',
    conflict: '{{n}} with an id that is taken',
    refused: '{{n}} not taken',
  },
  none: 'The file holds no records.',
  who: 'Who',
  session: 'Session',
  mark: 'Mark',
  verdict: 'Result',
  reason: 'Reason',
  heads: '{{n}} heads counted',
  unreadable: 'unreadable',
  said: { accepted: 'Taken', already: 'Had come before', review: 'Taken, to be reviewed', conflict: 'Not taken', refused: 'Not taken' },
};

teach('unsent', { zh, en });
