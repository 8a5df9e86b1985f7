import { type Words } from '../words/shape.ts';

export const zh = {
  title: '审计',
  none: '没有记录',
  ofThem: '此账号做过的事',
  all: '在审计中查看',
  what: '对象',
  byAccount: '账号(全名)',
  anyAction: '任何事',
  anyNoun: '任何对象',
  nounId: '编号',
  from: '从哪天起',
  to: '到哪天止',
  since: '从',
  until: '到',
};

export const en: Words<typeof zh> = {
  title: 'Audit',
  none: 'Nothing recorded',
  ofThem: 'What this account did',
  all: 'See in the audit',
  what: 'To what',
  byAccount: 'Account, in full',
  anyAction: 'Anything',
  anyNoun: 'To anything',
  nounId: 'Id',
  from: 'From day',
  to: 'To day',
  since: 'from',
  until: 'to',
};
