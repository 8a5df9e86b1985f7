import { randomBytes } from 'node:crypto';
import { wholeTree } from '#access';
import { CreateUser } from '#accounts';
import { systemContext } from '#platform/context';
import { claimFor, notACounty, Transactions, WrongDatabase } from '#platform/database';
import { UnitRepository } from '#units';
import { Misuse, readArguments } from './arguments.js';
import { loadUnits } from './load-county.js';
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
      await loadUnits(program, county);
      const unit = (await program.get(UnitRepository).byCodes(program.get(Transactions).read, [county])).get(county);
      if (!unit) throw new Misuse(`没有 ${county} 这个县 · no such county`);
      const account = options.get('account') ?? 'admin';
      const password = options.get('password') ?? randomBytes(9).toString('base64url');
      await program.get(CreateUser).run(systemContext('cli'), {
        scope: wholeTree,
        account,
        name: '管理员',
        password,
        grants: [{ bundle: 'admin', unitId: unit.id }],
      });
      say(`县 county ${county} · 管理员 admin: ${account}${options.has('password') ? '' : ` · 初始密码 first password: ${password}`}`);
      return 0;
    });
  },
};
