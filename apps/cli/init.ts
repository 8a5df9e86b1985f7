import { randomBytes } from 'node:crypto';
import { FoundCounty } from '#accounts';
import { systemContext } from '#platform/context';
import { claimFor, notACounty, Transactions, WrongDatabase } from '#platform/database';
import { Refusal } from '#platform/refusal';
import { Misuse, readArguments } from './arguments.js';
import { withProgram } from './program.js';
import { say } from './say.js';

export const init = {
  usage: 'init --county 610326 [--account admin] [--password …]',
  run(args: string[]): Promise<number> {
    const { options } = readArguments(args, { options: ['county', 'account', 'password'] });
    const county = options.get('county');
    if (!county || !/^\d{6}$/.test(county)) throw new Misuse('--county 610326');
    return withProgram(async (program) => {
      if (!(await claimFor(program.get(Transactions).read, 'county'))) throw new WrongDatabase([notACounty]);
      const account = options.get('account') ?? 'admin';
      const password = options.get('password') ?? randomBytes(9).toString('base64url');
      try {
        await program.get(FoundCounty).run(systemContext('cli'), { countyCode: county, account, name: '管理员', password });
      } catch (error) {
        if (error instanceof Refusal && error.code === 'referenceUnknown') throw new Misuse(`没有 ${county} 这个县 · no such county`);
        throw error;
      }
      say(`县 county ${county} · 管理员 admin: ${account}${options.has('password') ? '' : ` · 初始密码 first password: ${password}`}`);
      return 0;
    });
  },
};
