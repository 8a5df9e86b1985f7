import { explainRefusal, refusalCodes, type RefusalCode } from '#contract';

/** The sentences of the contract: the console says what the API says. */
const sentences = (pick: 'zh' | 'en'): Record<RefusalCode, string> =>
  Object.fromEntries(refusalCodes.map((code) => [code, explainRefusal(code)[pick]])) as Record<RefusalCode, string>;

export const zh = sentences('zh');
export const en = sentences('en');
