import { wholeTree } from '#access';
import { CreateUser } from '#accounts';
import { bundleNames, type BundleName } from '#contract';
import { systemContext } from '#platform/context';
import { Transactions } from '#platform/database';
import { UnitRepository } from '#units';
import { Misuse, readArguments } from './arguments.js';
import { withProgram } from './program.js';
import { say } from './say.js';

export const user = {
  usage: 'user ACCOUNT --bundle organiser --unit 610326 --password … [--name …]',
  run(args: string[]): Promise<number> {
    const { options, rest } = readArguments(args, { options: ['bundle', 'unit', 'password', 'name'] });
    const [account] = rest;
    const [bundle, code, password] = ['bundle', 'unit', 'password'].map((name) => options.get(name));
    if (!account || !code || !password || !bundleNames.includes(bundle as BundleName)) throw new Misuse(`bundle: ${bundleNames.join(' ')}`);
    return withProgram(async (program) => {
      const unit = (await program.get(UnitRepository).byCodes(program.get(Transactions).read, [code])).get(code);
      if (!unit) throw new Misuse(`没有 ${code} 这个单位 · no such unit`);
      await program.get(CreateUser).run(systemContext('cli'), {
        scope: wholeTree,
        account,
        name: options.get('name') ?? account,
        password,
        grants: [{ bundle: bundle as BundleName, unitId: unit.id }],
      });
      say(`已新建账号 ${account} · account created`);
      return 0;
    });
  },
};
