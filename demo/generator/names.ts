import type { Random } from './random.js';

export type Gender = '男' | '女';

const surnames = [...'王王王李李李张张张刘刘杨杨赵赵马陈魏郭朱孙何高齐侯段常冯任曹韩范谭屈豆康白吕雷杜苏田梁孟郝'];
const middles: Record<Gender, string[]> = {
  男: [...'建志永新文宏振红军天安宝海长根彦亚晓俊拴录继世忠广兴万林'],
  女: [...'秀玉春桂彩小亚晓红丽淑会雪凤爱惠巧改粉银'],
};
const lasts: Record<Gender, string[]> = {
  男: [...'军民平辉锋刚林斌科利社仓虎田让会明涛勤奎余厚仁周录'],
  女: [...'芳霞琴娥莲玲侠绒妮宁娟萍莉叶云珍兰草会焕'],
};

/** Nobody in the demo may share the name of somebody widely known. */
const known = new Set(
  '刘志军 陈建斌 王建军 王海军 李建军 王宝林 李志刚 王志刚 李春平 张志军 李玉琴 王小丫 李小琴 马志明 高志军 王志军 张建民 王建民 王建林 李小莲 张海平 王建平 李晓霞 赵志刚'.split(
    ' ',
  ),
);

/** A name that this village does not have yet. `taken` grows by it. */
export function nameFor(random: Random, gender: Gender, taken: Set<string>): string {
  for (;;) {
    const middle = random.pick(middles[gender]);
    const last = random.pick(lasts[gender]);
    const name = random.pick(surnames) + middle + last;
    if (middle === last || known.has(name) || taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}
