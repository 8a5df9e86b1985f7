import { readConfig } from '#platform/config';
import { demandOwnDatabase, flushAtCommit, migrate } from '#platform/database';
import { say } from './say.js';

export const migrateDatabase = {
  usage: 'migrate',
  async run(): Promise<number> {
    const config = readConfig();
    const { databaseUrl } = config;
    // Judged before it is changed; once more, because only a migrated one can be told its keys and what it is for.
    await demandOwnDatabase(config);
    const applied = await migrate(databaseUrl);
    await demandOwnDatabase(config);
    say(
      applied.length === 0
        ? '数据库已是最新 · the database is up to date'
        : `已升级 ${applied.length} 步 · ${applied.length} migrations applied`,
    );
    const flush = await flushAtCommit(databaseUrl);
    if (flush !== 1)
      say(
        `! 数据库的 innodb_flush_log_at_trx_commit 是 ${flush},断电会丢掉已经答复的登记,请设为 1 · with ${flush} a power cut loses answered requests; set it to 1`,
      );
    return 0;
  },
};
