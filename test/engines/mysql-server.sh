#!/usr/bin/env bash
# The second engine for the tests: an Oracle MySQL 9 as Debian's unstable suite packages it. Debian's stable one has only MariaDB.
#   mysql-server.sh start [PORT]   begins with an empty data folder, prints the address; a free port unless told
#   mysql-server.sh url            prints the address again
#   mysql-server.sh stop           ends the server and removes its data
# The programs are fetched once into $SITANG_MYSQL_CACHE. $SITANG_MYSQL_RUN names the run, so that several may go on at once.
# Exit code 3: cannot be had on this machine, and one line says why.
set -euo pipefail

cache=${SITANG_MYSQL_CACHE:-${XDG_CACHE_HOME:-/var/tmp}/sitang-mysql}
run=${SITANG_MYSQL_RUN:-$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)/.data/mysql}
system=$cache/system

cannot() {
  echo "MySQL 9 cannot be had: $*" >&2
  exit 3
}

# Whoever is first fetches, the others wait; a half of it never gets the name under which it is looked for.
fetch() (
  command -v debootstrap >/dev/null || apt-get install -y -q debootstrap >&2 || { apt-get update -q && apt-get install -y -q debootstrap; } >&2 ||
    cannot 'debootstrap is not installed, and apt does not install it'
  flock 9
  [ ! -x "$system/usr/sbin/mysqld" ] || exit 0
  half=$cache/half
  mirror=$(grep -rhE '^[^#]' /etc/apt/sources.list /etc/apt/sources.list.d 2>/dev/null | grep -oE 'https?://[^ ]+/debian/?( |$)' | head -n 1 | tr -d ' ') || true
  # What a fetch that was cut short has mounted there is not ours to remove.
  rm -rf --one-file-system "$half" "$system"
  [ -n "$mirror" ] || cannot 'apt names no Debian mirror'
  timeout 900 debootstrap --variant=minbase --include=mysql-server-core sid "$half" "$mirror" >&2 || cannot "debootstrap got nothing from $mirror"
  rm -rf "$half"/var/cache/apt/archives/*.deb "$half/debootstrap"
  mv "$half" "$system"
) 9>"$cache/lock"

free_port() {
  node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); });'
}

# The number is believed only while the process that bears it works on this run's data.
pid_of_run() {
  local pid
  pid=$(cat "$(cat "$run/data")/mysqld.pid" 2>/dev/null) || return 1
  tr '\0' ' ' <"/proc/$pid/cmdline" 2>/dev/null | grep -qF "$(basename "$(cat "$run/data")")" && echo "$pid"
}

stop() {
  [ -f "$run/data" ] || return 0
  local pid
  if pid=$(pid_of_run); then
    kill "$pid" 2>/dev/null || true
    for _ in $(seq 300); do
      kill -0 "$pid" 2>/dev/null || break
      sleep 0.1
    done
    if pid_of_run >/dev/null; then kill -9 "$pid"; fi
  fi
  rm -rf "$(cat "$run/data")" "$run"
}

start() {
  [ "$(id -u)" = 0 ] || cannot 'only root can change into its folder'
  [ -f /etc/debian_version ] || cannot 'this is no Debian'
  mkdir -p "$cache"
  [ -x "$system/usr/sbin/mysqld" ] || fetch
  stop
  local data port=${1:-$(free_port)}
  data=$(mktemp -d "$system/run-XXXXXX")
  mkdir -p "$run"
  echo "$data" >"$run/data"
  echo "mysql://root@127.0.0.1:$port" >"$run/url"
  # Inside the fetched system the data folder stands right under the root.
  local inside=/${data##*/}
  local options=(--no-defaults --user=root --datadir="$inside/files" --tmpdir="$inside" --secure-file-priv=NULL --log-error="$inside/mysqld.log")
  # Addresses are not looked up, and so whoever comes over loopback has no name but this.
  printf '%s\n' "CREATE USER root@'127.0.0.1';" "GRANT ALL ON *.* TO root@'127.0.0.1' WITH GRANT OPTION;" >"$data/begin.sql"
  if ! chroot "$system" mysqld "${options[@]}" --initialize-insecure --init-file="$inside/begin.sql" >&2 ||
    ! chroot "$system" mysqld "${options[@]}" --daemonize --bind-address=127.0.0.1 --port="$port" --mysqlx=OFF --skip-name-resolve \
      --socket="$inside/mysqld.sock" --pid-file="$inside/mysqld.pid" \
      --innodb-flush-log-at-trx-commit=1 --max-connections=400 --performance-schema=OFF >&2; then
    tail -n 20 "$data/mysqld.log" >&2 || true
    stop
    exit 1
  fi
  cat "$run/url"
}

case ${1:-} in
  start) start "${2:-}" ;;
  url) cat "$run/url" ;;
  stop) stop ;;
  *)
    echo 'usage: mysql-server.sh start [PORT] | url | stop' >&2
    exit 2
    ;;
esac
