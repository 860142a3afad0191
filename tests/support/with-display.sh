#!/bin/bash
# with-display.sh CMD...: run CMD on an X display, a session bus and a home of its own, all gone afterwards.
#
# WHEELHOUSE_SCREEN=WIDTHxHEIGHT sets the display's size.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
scratch=$(mktemp -d "${TMPDIR:-/tmp}/wheelhouse-XXXXXX")
server=

# shellcheck disable=SC2329  # called by trap
finish() {
  [ -z "$server" ] || { kill "$server" && wait "$server"; } 2>/dev/null || true
  rm -rf "$scratch"
}
trap finish EXIT

# The number comes from the process and not from -displayfd, which lets two servers that start while a third
# ends share a socket. Another program may still have taken it: then the next one is tried.
start_server() {
  local number=$((1000 + $$ % 50000)) try
  for try in 1 2 3 4 5; do
    : > "$scratch/ready"
    Xvfb ":$number" -displayfd 3 -screen 0 "${WHEELHOUSE_SCREEN:-1280x800}x24" -nolisten tcp -noreset \
      3> "$scratch/ready" > "$scratch/server.log" 2>&1 < /dev/null &
    server=$!
    while kill -0 "$server" 2>/dev/null; do
      if [ -s "$scratch/ready" ]; then
        export DISPLAY=:$number
        return
      fi
      sleep 0.02
    done
    number=$((1000 + (number + 7919) % 50000))
  done
  cat "$scratch/server.log" >&2
  echo "with-display.sh: no X server could be started after $try tries" >&2
  exit 99
}

start_server
"$here/with-bus.sh" "$@"
