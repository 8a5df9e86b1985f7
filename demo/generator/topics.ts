import type { Belt } from './villages.js';

/** What a village lesson is about, by belt and by the days of the year; `from` and `until` are `MM-DD`, both included. */
export interface Season {
  from: string;
  until: string;
  topics: string[];
}

const split = (text: string): string[] => text.split(' ');
const season = (from: string, until: string, topics: string): Season => ({ from, until, topics: split(topics) });

export const seasons: Record<Belt, Season[]> = {
  // South of the river: the kiwifruit calendar.
  kiwifruit: [
    season('01-01', '01-31', '冬季修剪技术 清园与石硫合剂喷施 溃疡病排查与刮治 幼树防冻包扎 冬剪后枝条处理 果园开沟与整地'),
    season('02-01', '02-29', '伤流前修剪收尾 嫁接技术 绑蔓技术 接穗采集与贮藏 架材检修 溃疡病早春巡查'),
    season('03-01', '03-31', '萌芽前灌水 春季追肥 晚霜预防与熏烟 溃疡病春季防治 高接换头 果园种草'),
    season('04-01', '04-30', '疏蕾技术 疏侧花蕾实操 花粉采集与制备 花前追肥 抹芽摘心 金龟子防治'),
    season('05-01', '05-18', '人工授粉实操 授粉器使用 花粉保存与稀释 授粉时机判断 阴雨天授粉补救 蜜蜂授粉管理'),
    season('05-19', '05-24', '花后病虫防治 花后追肥 果园灌水与保墒 夏剪初次摘心'),
    season('05-25', '06-14', '疏果定果标准 疏果实操 膨大期追肥 小薪甲防治 疏果与负载量'),
    season('06-15', '07-10', '果实套袋技术 套袋前喷药 纸袋选择与封口 套袋进度与查漏 套袋后灌水'),
    season('07-11', '07-31', '夏季修剪 日灼预防 果园覆草与遮阳 高温灌溉 叶面喷肥'),
    season('08-01', '08-31', '褐斑病防治 叶螨防治 果园排涝 短视频拍摄与网店开设 果品预订与直播 秋梢控制'),
    season('09-01', '09-30', '早熟品种采收 采收成熟度标准 采前停药与安全间隔 分级与装箱 采收工具与轻拿轻放'),
    season('10-01', '10-31', '主栽品种采收 入库预冷与贮藏 采后喷药保叶 分级销售 采后修剪与清园'),
    season('11-01', '11-30', '秋施基肥 树干涂白 冬灌技术 有机肥沤制 基肥开沟深度'),
    season('12-01', '12-31', '冬季清园 冬剪开剪示范 防冻与主干包扎 来年品种规划 贮藏果出库检查'),
  ],
  // North of the river, 常兴镇: cherry, grain, vegetables and selling by network.
  cherry: [
    season('01-01', '02-09', '大樱桃冬季管理 棚室草莓管理 麦田冬管 大棚蔬菜保温 年货网上销售'),
    season('02-10', '03-20', '大樱桃冬剪与拉枝 麦田返青管理 小麦除草 大棚番茄整枝 春季蔬菜育苗'),
    season('03-21', '04-30', '大樱桃花期防冻 大樱桃授粉 小麦条锈病防治 疏花与保果 设施黄瓜管理'),
    season('05-01', '06-14', '大樱桃采收与分级 樱桃网上销售 樱桃防鸟防雨 小麦一喷三防 樱桃包装与快递'),
    season('06-15', '07-31', '大樱桃采后管理 玉米苗期管理 夏播玉米追肥 樱桃夏剪 大棚高温闷棚'),
    season('08-01', '08-31', '玉米病虫防治 秋季蔬菜育苗 农产品直播带货 网店客服与售后 大樱桃叶斑病防治'),
    season('09-01', '09-30', '大樱桃秋施基肥 小麦选种与拌种 秋延后蔬菜定植 玉米适时收获'),
    season('10-01', '11-15', '小麦播种技术 秸秆还田 大樱桃刻芽与整形 萝卜白菜田间管理'),
    season('11-16', '12-31', '大樱桃树干涂白 麦田冬灌 蔬菜棚保温覆盖 农产品包装设计 蔬菜贮藏'),
  ],
  // 营头镇 in the hills: a little of everything.
  hill: [
    season('01-01', '02-29', '核桃冬剪 中蜂越冬管理 食用菌菌棒制作 农家接待礼仪 山地猕猴桃清园'),
    season('03-01', '04-30', '核桃嫁接 中蜂春繁 中药材种苗移栽 山地猕猴桃晚霜预防 农家乐卫生标准'),
    season('05-01', '06-14', '中蜂分蜂与取蜜 山地猕猴桃授粉 中药材除草 民宿接待与服务 核桃举肢蛾防治'),
    season('06-15', '08-31', '食用菌出菇管理 山地猕猴桃套袋 旅游旺季接待 山洪预警与避险 中蜂度夏'),
    season('09-01', '10-31', '核桃采收与脱青皮 中药材采挖与晾晒 山货网上销售 山地猕猴桃采收 秋蜜管理'),
    season('11-01', '12-31', '中蜂秋冬饲喂 核桃园施基肥 中药材初加工 食用菌越冬管理 林下养殖'),
  ],
};

export function topicsOn(belt: Belt, date: string): string[] {
  const day = date.slice(5);
  return seasons[belt].find(({ from, until }) => from <= day && day <= until)!.topics;
}
