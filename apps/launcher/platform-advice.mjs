// What to type on this machine when there is no database or no Redis.
import { readFileSync } from 'node:fs';

/** @returns {string} the ids of the Linux distribution and of those it descends from */
function distribution() {
  try {
    return readFileSync('/etc/os-release', 'utf8')
      .split('\n')
      .filter((line) => /^ID(_LIKE)?=/.test(line))
      .join(' ');
  } catch {
    return '';
  }
}

const byHand = [
  '或使用现成的服务 · or use servers you have:',
  '  DATABASE_URL=mysql://user:password@host:3306/sitang REDIS_URL=redis://:password@host:6379 npm start',
  '或启动 Docker 再试 · or start Docker and try again',
];

/**
 * @param {NodeJS.Platform} platform
 * @param {string} [linux] the ids in /etc/os-release
 * @returns {string[]}
 */
export function installAdvice(platform, linux = distribution()) {
  if (platform === 'darwin') return ['macOS (Homebrew):', '  brew install mariadb redis', ...byHand];
  if (platform === 'win32')
    return [
      'Windows: 请在 WSL 中运行 · run it inside WSL',
      '  wsl --install',
      '  sudo apt-get install -y mariadb-server redis-server',
      ...byHand,
    ];
  if (/debian|ubuntu/.test(linux))
    return ['Debian / Ubuntu / WSL:', '  sudo apt-get update && sudo apt-get install -y mariadb-server redis-server', ...byHand];
  if (/fedora|rhel|centos/.test(linux))
    return ['Fedora / RHEL:', '  sudo dnf install -y mariadb-server valkey || sudo dnf install -y mariadb-server redis', ...byHand];
  return [
    '请用系统的包管理器安装 MariaDB(10.6 以上)和 Redis(6.2 以上) · install MariaDB 10.6 or newer and Redis 6.2 or newer with your package manager',
    ...byHand,
  ];
}
