#!/bin/bash
# Runs a PostgreSQL of its own for tests and measurements, on a free port of this machine. Reads commands, a line
# each, and answers each with a line: `start` (ready PORT FOLDER), `crash` (without a word to anyone), `halt` (an
# immediate shutdown), `standby` (a second server that follows the first, which waits for it at every commit: standby
# PORT), `promote` (the second takes the place of the first), `small` (a tablespace of that name on a disk of 8 MiB, or
# `refused` where none may be mounted). At the end of the input, however it comes, the server and all its files are removed.
set -euo pipefail

bin=/usr/lib/postgresql/15/bin
folder=$(mktemp -d "${TMPDIR:-/tmp}/pleno-postgres.XXXXXX")
port=$((20000 + RANDOM % 10000))
as_user=()
if ((EUID == 0)); then as_user=(setpriv --reuid=postgres --regid=postgres --clear-groups --); fi

server() { "${as_user[@]}" "$bin/pg_ctl" -s -D "$folder/data" "$@" </dev/null >>"$folder/messages" 2>&1; }

second() { "${as_user[@]}" "$bin/pg_ctl" -s -D "$folder/standby" "$@" </dev/null >>"$folder/messages" 2>&1; }

sql() { PGPASSWORD=secret "$bin/psql" -qAtX -h 127.0.0.1 -p "$port" -U pleno -d postgres -c "$1" </dev/null; }

standby() {
    PGPASSWORD=secret "${as_user[@]}" "$bin/pg_basebackup" -D "$folder/standby" -h 127.0.0.1 -p "$port" -U pleno \
        -c fast </dev/null
    cat >>"$folder/standby/postgresql.conf" <<END
primary_conninfo = 'host=127.0.0.1 port=$port user=pleno password=secret application_name=standby'
END
    touch "$folder/standby/standby.signal"
    for attempt in {1..40}; do
        standby_port=$((20000 + RANDOM % 10000))
        if second start -w -l "$folder/standby-log" -o "-p $standby_port"; then break; fi
        sleep 0.25
    done
    sql "ALTER SYSTEM SET synchronous_standby_names = 'standby'"
    sql "SELECT pg_reload_conf()" >/dev/null
    until [[ $(sql "SELECT sync_state FROM pg_stat_replication") == sync ]]; do sleep 0.1; done
    echo "standby $standby_port"
}

small() {
    mkdir -p "$folder/small"
    if ! mount -t tmpfs -o size=8m tmpfs "$folder/small" 2>>"$folder/messages"; then
        echo refused
        return
    fi
    if ((EUID == 0)); then chown postgres "$folder/small"; fi
    sql "CREATE TABLESPACE small LOCATION '$folder/small'"
    echo small
}

remove() {
    server stop -m immediate || true
    if [[ -e $folder/standby ]]; then second stop -m immediate || true; fi
    if mountpoint -q "$folder/small"; then umount "$folder/small"; fi
    rm -rf "$folder"
}
trap remove EXIT
trap 'exit 1' INT TERM HUP

cd "$folder"
echo secret >password
if ((EUID == 0)); then chown -R postgres "$folder"; fi
"${as_user[@]}" "$bin/initdb" -D "$folder/data" -U pleno -A scram-sha-256 --pwfile=password -E UTF8 --locale=C \
    --no-sync >/dev/null
cat >>"$folder/data/postgresql.conf" <<END
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
fsync = on
max_connections = 300
shared_buffers = 32MB
restart_after_crash = off
END

start() {
    # After a crash the memory of the old server may still be in use; another program may have the port.
    for attempt in {1..40}; do
        if server start -w -l "$folder/log" -o "-p $port"; then return; fi
        if ((attempt == 1)) && [[ ! -e $folder/started ]]; then port=$((20000 + RANDOM % 10000)); fi
        sleep 0.25
    done
    cat "$folder/messages" "$folder/log" >&2
    exit 1
}

while read -r command; do
    case $command in
    start)
        start
        touch "$folder/started"
        echo "ready $port $folder"
        ;;
    crash)
        pid=$(head -1 "$folder/data/postmaster.pid")
        # The children too: each is named as a child of the server that was started here.
        mapfile -t children < <(pgrep -P "$pid")
        kill -9 "$pid" "${children[@]}" || true
        # Where nobody collects the dead, its number would seem to live on.
        rm -f "$folder/data/postmaster.pid"
        echo crashed
        ;;
    halt)
        server stop -m immediate
        echo halted
        ;;
    standby) standby ;;
    promote)
        second promote -w
        echo promoted
        ;;
    small) small ;;
    *) echo "unknown: $command" ;;
    esac
done
