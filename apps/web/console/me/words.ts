import { type Words } from '../words/shape.ts';
import { teach } from '../words/teach.ts';

export const zh = {
  title: '我的账号',
  name: '姓名',
  account: '账号',
  grants: '权限',
  instructor: '教师',
  asInstructor: '查看教师',
  askAdmin: '姓名和权限由管理员改。',
  audit: '我做过的事(审计)',
  password: {
    change: '修改密码',
    current: '现在的密码',
    next: '新密码',
    again: '再输一次新密码',
    hint: '至少 {{n}} 个字符,可以用汉字。',
    differs: '两次输入的不同',
    consequence: '改好后,除这里以外的登录立即失效。',
    done: '密码已改,其他登录已失效',
  },
  tokens: {
    title: '我在哪里登录',
    about: '不认得的请作废,并修改密码。',
    label: '名称',
    kind: '方式',
    bearer: '令牌',
    cookie: '浏览器',
    since: '登录于',
    until: '到期',
    do: '操作',
    current: '正在使用',
    end: '作废',
    endThis: '作废 {{label}}',
  },
};

export const en: Words<typeof zh> = {
  title: 'My account',
  name: 'Name',
  account: 'Account',
  grants: 'Rights',
  instructor: 'Instructor',
  asInstructor: 'See the instructor',
  askAdmin: 'Name and rights are changed by an administrator.',
  audit: 'What I did (audit)',
  password: {
    change: 'Change password',
    current: 'Current password',
    next: 'New password',
    again: 'New password again',
    hint: 'At least {{n}} characters; Chinese ones will do.',
    differs: 'The two are not the same',
    consequence: 'All sign-ins but this one end at once.',
    done: 'The password is changed; other sign-ins have ended',
  },
  tokens: {
    title: 'Where I am signed in',
    about: 'End what you do not know, and change your password.',
    label: 'Name',
    kind: 'Kind',
    bearer: 'Token',
    cookie: 'Browser',
    since: 'Since',
    until: 'Until',
    do: 'Action',
    current: 'In use now',
    end: 'End',
    endThis: 'End {{label}}',
  },
};

teach('me', { zh, en });
