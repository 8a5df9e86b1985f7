import { type Words } from '../words/shape.ts';

export const zh = {
  title: '登录',
  about: '农村党员、干部和群众的培训登记与统计',
  account: '账号',
  password: '密码',
  enter: '登录',
  demo: '示例账号',
  demoHint: '点一个账号即可登录。数据是虚构的,可以随便试。',
  first: {
    title: '第一天:建县',
    about: '这里还没有县,也没有账号。选定县区,装入它公布的镇街和村,再建第一个管理员,其余账号由他来建。',
    county: '县区',
    account: '管理员账号',
    name: '姓名',
    password: '密码(至少 10 个字符)',
    begin: '建县并登录',
    elsewhere: '这里还没有建县。请在服务器本机上打开这一页,或在服务器上运行 npx sitang init --county 610326(换成本县的代码)。',
  },
  again: '登录已过期',
  againHint: '重新登录后接着做,页面上已填的内容还在。',
};

export const en: Words<typeof zh> = {
  title: 'Sign in',
  about: 'Training of rural Party members, cadres and villagers: attendance and figures',
  account: 'Account',
  password: 'Password',
  enter: 'Sign in',
  demo: 'Demonstration accounts',
  demoHint: 'Choose one to sign in. The data is invented; try whatever you like.',
  first: {
    title: 'The first day: set up a county',
    about:
      'There is no county here yet, and no account. Choose the county: its published towns and villages are put in, then the first administrator, who makes all other accounts.',
    county: 'County',
    account: 'Administrator’s account',
    name: 'Name',
    password: 'Password (10 characters or more)',
    begin: 'Set up and sign in',
    elsewhere:
      'No county has been set up here. Open this page on the server itself, or run npx sitang init --county 610326 there (with your county’s code).',
  },
  again: 'Your sign-in has expired',
  againHint: 'Sign in to go on; what you typed is still here.',
};
