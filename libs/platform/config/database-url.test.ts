import { describe, expect, test } from '@jest/globals';
import { ConfigFault, readConfig, readDatabaseUrl } from './index.js';

const strict = { rejectUnauthorized: true, verifyIdentity: true };
const ssl = (wish: object | string | boolean): string =>
  `mysql://u@h/d?ssl=${encodeURIComponent(typeof wish === 'string' ? wish : JSON.stringify(wish))}`;

describe('an address of the database', () => {
  test('is read in all its parts, escapes undone', () => {
    expect(readDatabaseUrl('mysql://%E7%94%A8%40:a%40%3A%2F%23%25@[::1]:3307/si%2Ftang')).toEqual({
      host: '::1',
      port: 3307,
      user: '用@',
      password: 'a@:/#%',
      database: 'si/tang',
      ssl: undefined,
    });
    expect(readDatabaseUrl('mariadb://root@db.example')).toMatchObject({ host: 'db.example', port: 3306, password: '', database: '' });
  });

  test('asks for TLS as strictly as it says', () => {
    expect(readDatabaseUrl(ssl(true)).ssl).toEqual(strict);
    expect(readDatabaseUrl(ssl(false)).ssl).toBeUndefined();
    expect(readDatabaseUrl(ssl({ ca: 'PEM' })).ssl).toEqual({ ...strict, ca: 'PEM' });
    expect(readDatabaseUrl(ssl({ rejectUnauthorized: false })).ssl).toEqual({ rejectUnauthorized: false, verifyIdentity: false });
  });

  test.each([
    ['mysql://u:pw@h/d?sslmode=require', /an option that is not known here: sslmode/],
    ['mysql://u:pw@h/d?connectionLimit=3', /connectionLimit/],
    ['mysql://u:12?pw@h/d', /an option that is not known here: … /],
    [ssl('require'), /neither true nor false/],
    [ssl({ rejectUnauthorised: false }), /rejectUnauthorised/],
    [ssl({ rejectUnauthorized: 'no' }), /of the wrong kind: rejectUnauthorized/],
    [`${ssl(true)}&ssl=false`, /twice/],
    ['mysql://u:p%zzpw@h/d', /write % as %25/],
    ['mysql://u:1#pw@h/d', /write it as %23/],
    ['mysql://u:1/pw@h/d', /write \/ as %2F/],
    ['postgres://u:pw@h/d', /begins with mysql/],
    ['', /begins with mysql/],
  ])('%s is refused, and the password stays unsaid', (url, words) => {
    expect(() => readDatabaseUrl(url)).toThrow(words);
    try {
      readConfig({ DATABASE_URL: url });
    } catch (error) {
      const fault = (error as ConfigFault).faults.find((one) => one.startsWith('DATABASE_URL '));
      expect(fault).toMatch(words);
      expect(fault).not.toContain('pw');
    }
    expect.assertions(3);
  });
});
