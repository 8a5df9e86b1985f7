import { readConfig } from '#platform/config';
import { loadDemo } from './load-demo.js';
import { withProgram } from './program.js';
import { say } from './say.js';

export const demo = {
  usage: 'demo',
  run(): Promise<number> {
    if (readConfig().mode === 'production') {
      say('正式环境不装示例数据 · no demo data in production mode');
      return Promise.resolve(1);
    }
    return withProgram(async (program) => {
      const begun = performance.now();
      const { fresh } = await loadDemo(program, ({ file, create, update, unchanged, faulty }) => {
        if (create + update + faulty > 0) say(`  ${file}: 新增 ${create} 更新 ${update} 无变化 ${unchanged} 有误 ${faulty}`);
      });
      const seconds = ((performance.now() - begun) / 1000).toFixed(1);
      say(`示例数据${fresh ? '已装入' : '已更新到本周'} · demo ${fresh ? 'loaded' : 'renewed'} (${seconds} s)`);
      return 0;
    });
  },
};
