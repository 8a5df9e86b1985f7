import { ConfigFault } from '#platform/config';
import { DatabaseNewerThanCode, DatabaseNotMigrated, WrongDatabase } from '#platform/database';

const told = [ConfigFault, WrongDatabase, DatabaseNewerThanCode, DatabaseNotMigrated];

/** What the codes of a server that does not let anybody in, and of a port that cannot be had, mean. The first that fits is said. */
const meanings: [RegExp, string][] = [
  [/^EADDRINUSE$/, '端口已被占用,请用 PORT 换一个 · the port is taken by another program; set PORT to another one'],
  [/^EACCES$/, '这个端口在这里不能打开,请把 PORT 设为 1023 以上 · this port may not be opened here; set PORT to one above 1023'],
  [
    /^ER_(ACCESS_DENIED|NOT_SUPPORTED_AUTH|HOST_NOT_PRIVILEGED|DBACCESS_DENIED)/,
    '数据库不接受 DATABASE_URL 里的账号、密码或库 · the database refuses the user, the password or the database name of DATABASE_URL',
  ],
  [/^ER_BAD_DB_ERROR$/, 'DATABASE_URL 里的库不存在,请先建立 · the database named in DATABASE_URL does not exist; create it first'],
  [
    /^(ECONN|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_|ETIMEDOUT|EPIPE|PROTOCOL|ER_CON_COUNT|HANDSHAKE)/,
    '连不上数据库 · the database cannot be reached',
  ],
];

/** What kept a program from starting, for whoever starts it: in a line, where a line can tell it, else by its stack. */
export function explainStart(error: unknown): string {
  if (told.some((kind) => error instanceof kind)) return (error as Error).message;
  const { code } = ((error as { driverError?: object } | null)?.driverError ?? error ?? {}) as { code?: unknown };
  const meaning = typeof code === 'string' ? meanings.find(([fits]) => fits.test(code)) : undefined;
  if (meaning) return `${meaning[1]} (${String(code)})`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
