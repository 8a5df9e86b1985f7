import { bundleNames, type BundleName } from '#contract';
import { DateText, OneOf, ShownParts, Text, Whole } from '../wire/index.js';

export class DemoSignInView {
  @Text({ max: 64, example: 'organiser' }) account: string;
  @Text({ max: 60, example: '示例组织员' }) name: string;
  @OneOf(bundleNames) bundle: BundleName;
}

export class AboutView {
  @OneOf(['demo', 'county', 'production'], { about: '示例、试用或正式 · a demonstration, a county, a county in earnest' })
  mode: 'demo' | 'county' | 'production';
  @DateText({ about: '服务器的今天(Asia/Shanghai)· today where the county is' }) today: string;
  @Whole({ min: 2000, max: 2999, example: 2021, about: '统计先看的一年 · the year that figures open with' }) year: number;
  @Text({ max: 60, nullable: true, example: null, about: '示例账号的密码,仅示例 · of the demonstration’s accounts' }) password:
    string | null;
  @ShownParts(() => DemoSignInView, { about: '示例账号,正式环境为空 · none in a real county' }) signIns: DemoSignInView[];
}
