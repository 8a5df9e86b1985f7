import { systemContext } from '#platform/context';
import { Recount, VerifyFigures } from '#statistics';
import { readArguments } from './arguments.js';
import { withProgram } from './program.js';
import { say } from './say.js';

export const recount = {
  usage: 'recount [--verify]',
  run(args: string[]): Promise<number> {
    const { flags } = readArguments(args, { flags: ['verify'] });
    return withProgram(async (program) => {
      if (flags.has('verify')) return verify(program.get(VerifyFigures));
      const { classes } = await program.get(Recount).run(systemContext('cli'), (done, all) => {
        if (done % 50 === 0 || done === all) say(`${done} / ${all}`);
      });
      say(`已重新统计 ${classes} 个班次 · ${classes} classes counted anew`);
      return 0;
    });
  },
};

/** The worker needs seconds for what is pending; when it does not run, somebody should hear of it. */
const patienceMs = 60_000;

/** Compares the figures with a second count of the same facts. Exit code 1 when anything differs, 2 when there is no comparing yet. */
async function verify(figures: VerifyFigures): Promise<number> {
  const drifts = await figures.whenSettled(patienceMs);
  if (!drifts) {
    say('还有事实没有统计完,稍后再比 · facts are still pending: compare later');
    return 2;
  }
  for (const { comparison, rows } of drifts) say(`${rows === 0 ? '✓' : '✗'} ${comparison}: ${rows}`);
  const drift = drifts.reduce((sum, one) => sum + one.rows, 0);
  say(`偏差 drift ${drift}`);
  return drift === 0 ? 0 : 1;
}
