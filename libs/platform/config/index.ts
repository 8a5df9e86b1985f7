import { readDatabaseUrl } from './database-url.js';

export * from './database-url.js';
export * from './project-root.js';

/** What a process is told from outside. Read once at start; every fault is named at once; secrets are never printed. */
export interface Config {
  databaseUrl: string;
  redisUrl: string;
  port: number;
  /** The address to listen on: this machine only, unless told. */
  host: string;
  /** Addresses or nets of the proxies whose word about the caller's address is believed. */
  trustedProxies: string[];
  dataFolder: string;
  /** 32 bytes each: the cipher of personal data, and the blind index over numbers. */
  dataKey: Buffer;
  indexKey: Buffer;
  mode: 'demo' | 'county' | 'production';
  /** Days after a session during which its marks are in time, and day of the next month until which head counts are (rule 10). */
  lateMarkDays: number;
  lateHeadCountDay: number;
  /** Whether phones keep the field app's pages; off, they let go of them: for a build that went wrong. */
  fieldWorker: boolean;
  /** Ready only when the demo has been loaded. */
  expectDemo: boolean;
}

export class ConfigFault extends Error {
  constructor(readonly faults: string[]) {
    super(`Settings are not right:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.name = 'ConfigFault';
  }
}

/** Reads the settings. @throws ConfigFault with every fault found, by variable name, without values of secrets. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const faults: string[] = [];
  const url = (name: string, schemes: string[]): string => {
    const text = env[name] ?? '';
    const parsed = URL.canParse(text) ? new URL(text) : null;
    if (!parsed || !schemes.includes(parsed.protocol))
      faults.push(`${name} must be a URL that begins with ${schemes.map((scheme) => `${scheme}//`).join(' or ')}`);
    else if (parsed.hostname === '') faults.push(`${name} names no host`);
    return text;
  };
  const databaseUrl = (): string => {
    const text = env.DATABASE_URL ?? '';
    try {
      if (readDatabaseUrl(text).database === '')
        faults.push('DATABASE_URL names no database: write it after the host, as in …@host:3306/sitang');
    } catch (error) {
      faults.push((error as Error).message);
    }
    return text;
  };
  const key = (name: string): Buffer => {
    const bytes = Buffer.from(env[name] ?? '', 'base64');
    if (bytes.length !== 32) faults.push(`${name} must be 32 bytes in base64`);
    return bytes;
  };
  const wantedPort = env.PORT ?? '3000';
  const port = Number(wantedPort);
  // Nothing and a blank are the number 0 too, which is any port at all.
  if (!/^\d+$/.test(wantedPort) || port > 65_535) faults.push('PORT must be a number from 0 to 65535');
  const days = (name: string, least: number): number => {
    const value = Number(env[name] ?? 3);
    if (!Number.isInteger(value) || value < least || value > 28) faults.push(`${name} must be a number from ${least} to 28`);
    return value;
  };
  const mode = env.SITANG_MODE ?? 'demo';
  if (mode !== 'demo' && mode !== 'county' && mode !== 'production') faults.push('SITANG_MODE must be demo, county or production');
  const fieldWorker = env.SITANG_FIELD_WORKER || 'on';
  if (fieldWorker !== 'on' && fieldWorker !== 'off') faults.push('SITANG_FIELD_WORKER must be on or off');
  const trustedProxies = (env.SITANG_TRUSTED_PROXIES ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);
  if (!trustedProxies.every((one) => /^[\da-f:.]+(\/\d{1,3})?$/i.test(one)))
    faults.push('SITANG_TRUSTED_PROXIES must be addresses or nets, separated by commas');
  const config: Config = {
    databaseUrl: databaseUrl(),
    redisUrl: url('REDIS_URL', ['redis:', 'rediss:']),
    port,
    host: env.SITANG_HOST || '127.0.0.1',
    trustedProxies,
    dataFolder: env.SITANG_DATA ?? '.data',
    dataKey: key('SITANG_DATA_KEY'),
    indexKey: key('SITANG_INDEX_KEY'),
    mode: mode as Config['mode'],
    lateMarkDays: days('SITANG_LATE_MARK_DAYS', 0),
    lateHeadCountDay: days('SITANG_LATE_HEAD_COUNT_DAY', 1),
    fieldWorker: fieldWorker === 'on',
    expectDemo: env.SITANG_EXPECT_DEMO === '1',
  };
  if (faults.length > 0) throw new ConfigFault(faults);
  return config;
}

/** The Nest token under which the settings are known. */
export const CONFIG = Symbol('config');
