import { readConfig } from '#platform/config';
import { migrate } from '#platform/database';
import { say } from './say.js';

export const migrateDatabase = {
  usage: 'migrate',
  async run(): Promise<number> {
    const applied = await migrate(readConfig().databaseUrl);
    say(
      applied.length === 0
        ? '数据库已是最新 · the database is up to date'
        : `已升级 ${applied.length} 步 · ${applied.length} migrations applied`,
    );
    return 0;
  },
};
