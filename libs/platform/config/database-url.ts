/** Where the database is, as every client of it is told. */
export interface DatabaseAddress {
  host: string;
  port: number;
  user: string;
  password: string;
  database: string;
  /** `undefined`: without TLS. */
  ssl?: TlsWish;
}

export interface TlsWish {
  /** `false` takes any certificate: for trying out, never across a network that others use. */
  rejectUnauthorized: boolean;
  /** Whether the certificate must name the host. */
  verifyIdentity: boolean;
  /** PEM texts. */
  ca?: string;
  cert?: string;
  key?: string;
}

/**
 * Reads DATABASE_URL, the one way for whoever connects: TypeORM and the driver read addresses differently, and both pass over what they
 * do not know. @throws Error with a sentence that begins with the variable's name and never holds the password
 */
export function readDatabaseUrl(text: string): DatabaseAddress {
  const fault = (what: string): Error => new Error(`DATABASE_URL ${what}`);
  if (!URL.canParse(text) || !/^(mysql|mariadb):\/\//.test(text)) throw fault('must be a URL that begins with mysql:// or mariadb://');
  const url = new URL(text);
  const decoded = (part: string, name: string): string => {
    try {
      return decodeURIComponent(part);
    } catch {
      throw fault(`has a ${name} that cannot be decoded: write % as %25`);
    }
  };
  // After an unescaped / # or ? the rest of a password would be taken for a path or dropped, and another server be asked.
  if (url.hash !== '') throw fault('holds a #: write it as %23');
  if (url.pathname.slice(1).includes('/')) throw fault('has more than a database name after the host: write / as %2F');
  for (const name of url.searchParams.keys())
    // After an unescaped ? the name may be a piece of the password.
    if (name !== 'ssl') throw fault(`has an option that is not known here: ${/^[\w-]{1,30}$/.test(name) ? name : '…'} (known: ssl)`);
  const wishes = url.searchParams.getAll('ssl');
  if (wishes.length > 1) throw fault('names ssl twice');
  return {
    host: decoded(url.hostname.replace(/^\[|\]$/g, ''), 'host') || 'localhost',
    port: Number(url.port || 3306),
    user: decoded(url.username, 'user name'),
    password: decoded(url.password, 'password'),
    database: decoded(url.pathname.slice(1), 'database name'),
    ssl: wishes[0] === undefined ? undefined : readTls(wishes[0], fault),
  };
}

const switches = ['rejectUnauthorized', 'verifyIdentity'];
const texts = ['ca', 'cert', 'key'];

function readTls(text: string, fault: (what: string) => Error): TlsWish | undefined {
  const strict: TlsWish = { rejectUnauthorized: true, verifyIdentity: true };
  let wish: unknown;
  try {
    wish = JSON.parse(text);
  } catch {
    /* said below */
  }
  if (typeof wish === 'boolean') return wish ? strict : undefined;
  if (typeof wish !== 'object' || wish === null || Array.isArray(wish))
    throw fault('has an ssl that is neither true nor false nor a JSON object, such as {"ca":"-----BEGIN…"}, percent-encoded');
  for (const [name, value] of Object.entries(wish))
    if (!(switches.includes(name) && typeof value === 'boolean') && !(texts.includes(name) && typeof value === 'string'))
      throw fault(`has an ssl part that is not known or of the wrong kind: ${name} (known: ${[...switches, ...texts].join(', ')})`);
  const given = wish as Partial<TlsWish>;
  // Who takes any certificate does not ask for its name either, unless told.
  return { ...strict, ...given, verifyIdentity: given.verifyIdentity ?? given.rejectUnauthorized ?? true };
}
