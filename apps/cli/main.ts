import 'reflect-metadata';
import { ConfigFault } from '#platform/config';
import { DatabaseNewerThanCode } from '#platform/database';
import { Refusal } from '#platform/refusal';
import { explainRefusal } from '#contract';
import { Misuse } from './arguments.js';
import { demo } from './demo.js';
import { figures } from './figures.js';
import { importFile } from './import-file.js';
import { init } from './init.js';
import { migrateDatabase } from './migrate-database.js';
import { recount } from './recount.js';
import { user } from './user.js';

/** Exit code by which the start-up knows a database that is newer than the code. */
const newerDatabase = 3;

const commands: Record<string, { run(args: string[]): Promise<number>; usage: string }> = {
  init,
  migrate: migrateDatabase,
  demo,
  import: importFile,
  recount,
  figures,
  user,
};

const [name = '', ...args] = process.argv.slice(2);
const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
if (!command) {
  process.stderr.write(
    `用法 · usage:\n${Object.values(commands)
      .map((one) => `  npx sitang ${one.usage}`)
      .join('\n')}\n`,
  );
  process.exit(2);
}
try {
  process.exitCode = await command.run(args);
} catch (error) {
  process.exitCode = explain(error);
}

function explain(error: unknown): number {
  const write = (line: string): void => void process.stderr.write(`${line}\n`);
  if (error instanceof Misuse) write(`${error.message}\n用法 · usage: npx sitang ${command!.usage}`);
  else if (error instanceof ConfigFault) write(error.message);
  else if (error instanceof DatabaseNewerThanCode) {
    write(`数据库比程序新,请更新程序或换一个数据文件夹 · ${error.message}`);
    return newerDatabase;
  } else if (error instanceof Refusal) {
    const { zh, en } = explainRefusal(error.code);
    write(`${zh} · ${en} (${error.code}) ${JSON.stringify(error.facts)}`);
  } else write(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return 1;
}
