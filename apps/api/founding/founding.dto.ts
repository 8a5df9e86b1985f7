import { chosen, freshAccount } from '../accounts/accounts.dto.js';
import { Id, Shown, ShownParts, Text } from '../wire/index.js';

export class FoundingFields {
  @Text({ max: 6, pattern: /^\d{6}$/, example: '610326', about: '县区代码 · code of the county' }) countyCode: string;
  @Text(freshAccount) account: string;
  @Text({ max: 60, example: '王老师' }) name: string;
  @Text(chosen) password: string;
}

export class FoundedView {
  @Id() userId: string;
}

export class PublishedCountyView {
  @Text({ max: 6, example: '610326' }) code: string;
  @Text({ max: 60, example: '眉县' }) name: string;
}

export class FoundingView {
  @Shown({ type: 'boolean', example: false }, { about: '已经有账号:照常登录 · somebody has an account: sign in as usual' })
  founded: boolean;
  @Shown({ type: 'boolean', example: true }, { about: '能在这里建县:只在服务器本机上 · it can be done here: on the server itself alone' })
  here: boolean;
  @ShownParts(() => PublishedCountyView, { about: '有公布单位名录的县区 · counties whose units are published' })
  counties: PublishedCountyView[];
}
