#!/usr/bin/env bash
# The second engine for the tests: an Oracle MySQL 9 as Debian's unstable suite packages it. Debian's stable one has only MariaDB.
#   mysql-server.sh start [PORT]   begins with an empty data folder, prints the address; a free port unless told
#   mysql-server.sh url            prints the address again
#   mysql-server.sh kill           kill -9; its data stays
#   mysql-server.sh again          serves what a killed one left, at the same address
#   mysql-server.sh stop           ends the server and removes its data
# The programs are fetched once into $SITANG_MYSQL_CACHE. $SITANG_MYSQL_RUN names the run, so that several may go on at once;
# $SITANG_MYSQL_OPTIONS are further options of the server.
# Exit code 3: cannot be had on this machine, and one line says why.
set -euo pipefail

cache=${SITANG_MYSQL_CACHE:-${XDG_CACHE_HOME:-/var/tmp}/sitang-mysql}
run=${SITANG_MYSQL_RUN:-$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)/.data/mysql}
system=$cache/system

cannot() {
  echo "MySQL 9 cannot be had: $*" >&2
  exit 3
}

# What root is to run from a folder that everybody may write to is root's own, and nobody else has put anything into it.
trusted() {
  local folder
  mkdir -p -m 755 "$cache"
  for folder in "$cache" "$system"; do
    [ -e "$folder" ] || [ -L "$folder" ] || continue
    [ -z "$(find "$folder" -maxdepth 0 ! \( -type d -uid 0 ! -perm /022 \))" ] || cannot "$folder is not root's alone"
  done
}

# What apt is told of that may be a Debian archive, in either of its ways to write it: `deb [options] URI suite …` or `URIs: URI …`.
mirrors() {
  { cat /etc/apt/sources.list /etc/apt/sources.list.d/*.sources /etc/apt/sources.list.d/*.list 2>/dev/null || true; } |
    sed -nE 's/^[[:space:]]*deb[[:space:]]+(\[[^]]*\][[:space:]]*)?([^[:space:]]+).*/\2/p; s/^URIs:[[:space:]]*//Ip' |
    tr -s '[:space:]' '\n' | grep -E '^https?://.*debian' | grep -v security | awk '!seen[$0]++' || true
}

# Whoever is first fetches, the others wait; a half of it never gets the name under which it is looked for.
fetch() (
  command -v debootstrap >/dev/null || apt-get install -y -q debootstrap >&2 || { apt-get update -q && apt-get install -y -q debootstrap; } >&2 ||
    cannot 'debootstrap is not installed, and apt does not install it'
  flock 9
  [ ! -x "$system/usr/sbin/mysqld" ] || exit 0
  half=$cache/half
  for mirror in $(mirrors); do
    # What a fetch that was cut short has mounted there is not ours to remove.
    rm -rf --one-file-system "$half" "$system"
    ! timeout 900 debootstrap --variant=minbase --include=mysql-server-core sid "$half" "$mirror" >&2 || break
    mirror=
  done
  [ -n "${mirror:-}" ] || cannot "debootstrap got nothing from what apt names as Debian: $(mirrors | xargs)"
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

until_gone() {
  for _ in $(seq "$1"); do
    pid_of_run >/dev/null || return 0
    sleep 0.05
  done
  return 1
}

kill_it() {
  local pid
  pid=$(pid_of_run) || return 0
  kill -9 "$pid" 2>/dev/null || true
  until_gone 200
}

stop() {
  [ -f "$run/data" ] || return 0
  local pid
  if pid=$(pid_of_run); then
    kill "$pid" 2>/dev/null || true
    until_gone 600 || kill_it
  fi
  rm -rf "$(cat "$run/data")" "$run"
}

# Inside the fetched system the data folder stands right under the root.
mysqld() {
  local inside=/${data##*/}
  chroot "$system" mysqld --no-defaults --user=root --datadir="$inside/files" --tmpdir="$inside" --secure-file-priv=NULL \
    --log-error="$inside/mysqld.log" "$@" >&2
}

# $data: where the files are. Answers when it serves.
serve() {
  local inside=/${data##*/} port
  port=$(sed 's/.*://' "$run/url")
  mysqld --daemonize --bind-address=127.0.0.1 --port="$port" --mysqlx=OFF --skip-name-resolve \
    --socket="$inside/mysqld.sock" --pid-file="$inside/mysqld.pid" \
    --innodb-flush-log-at-trx-commit=1 --max-connections=400 --performance-schema=OFF ${SITANG_MYSQL_OPTIONS:-}
}

start() {
  [ "$(id -u)" = 0 ] || cannot 'only root can change into its folder'
  [ -f /etc/debian_version ] || cannot 'this is no Debian'
  trusted
  [ -x "$system/usr/sbin/mysqld" ] || fetch
  stop
  local data port=${1:-$(free_port)}
  data=$(mktemp -d "$system/run-XXXXXX")
  mkdir -p "$run"
  echo "$data" >"$run/data"
  echo "mysql://root@127.0.0.1:$port" >"$run/url"
  # Addresses are not looked up, and so whoever comes over loopback has no name but this.
  printf '%s\n' "CREATE USER root@'127.0.0.1';" "GRANT ALL ON *.* TO root@'127.0.0.1' WITH GRANT OPTION;" >"$data/begin.sql"
  if ! mysqld --initialize-insecure --init-file="/${data##*/}/begin.sql" || ! serve; then
    tail -n 20 "$data/mysqld.log" >&2 || true
    stop
    exit 1
  fi
  cat "$run/url"
}

again() {
  local data
  data=$(cat "$run/data")
  kill_it
  rm -f "$data"/mysqld.pid "$data"/mysqld.sock*
  serve || { tail -n 20 "$data/mysqld.log" >&2; exit 1; }
}

case ${1:-} in
  start) start "${2:-}" ;;
  url) cat "$run/url" ;;
  kill) kill_it ;;
  again) again ;;
  stop) stop ;;
  *)
    echo 'usage: mysql-server.sh start [PORT] | url | kill | again | stop' >&2
    exit 2
    ;;
esac
