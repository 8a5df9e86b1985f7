import { today } from '#platform/clock';
import { systemContext } from '#platform/context';
import { holdingOf, Transactions } from '#platform/database';
import { Outbox } from '#platform/jobs';
import { AskFigures, compileClassJob } from '#statistics';
import { demoAccounts, demoPassword, demoYear } from '../../demo/accounts.js';
import { readArguments } from './arguments.js';
import { withProgram } from './program.js';
import { say } from './say.js';

const patience = 120_000;

export const figures = {
  usage: `figures [--year ${demoYear}]`,
  run(args: string[]): Promise<number> {
    const wanted = readArguments(args, { options: ['year'] }).options.get('year');
    return withProgram(async (program) => {
      const ctx = systemContext('cli');
      const db = program.get(Transactions).read;
      const isDemo = (await holdingOf(db)) === 'demo';
      const year = Number(wanted ?? (isDemo ? demoYear : today().slice(0, 4)));
      const begun = performance.now();
      // The worker compiles; this only waits for it.
      while ((await program.get(Outbox).pending(db, compileClassJob)) > 0 && performance.now() - begun < patience) {
        await new Promise((go) => setTimeout(go, 200));
      }
      const query = { from: year * 100 + 1, to: year * 100 + 12, basis: 'trainee' as const };
      const line = await program.get(AskFigures).bulletin(ctx, query);
      const n = (value: number): string => value.toLocaleString('en-US');
      say('');
      say(isDemo ? `眉县 ${year} 年(示例数据,非眉县实际统计) · Meixian, invented data` : `${year} 年 · the year ${year}`);
      say(`  批次 ${n(line.batches)} · 场次 ${n(line.sessionsHeld)} · batches, sessions held`);
      say(`  农村党员干部和群众骨干 ${n(line.backbone)} 人次 · backbone person-times`);
      say(`  示范培训 ${n(line.demonstration)} 人次 · demonstration person-times`);
      say(`  其他 ${n(line.other.registered)} + ${n(line.other.declared)} 人次 · in neither line, registered + declared`);
      say(`  口径 rule ${line.rule} · 待编制 pending ${line.pending}`);
      if (!isDemo) return 0;
      say('');
      say(`演示账号 demo sign-ins: ${demoAccounts.map(({ account }) => account).join(' ')} · 密码 password: ${demoPassword}`);
      return 0;
    });
  },
};
