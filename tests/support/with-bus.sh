#!/bin/bash
# with-bus.sh CMD...: run CMD on a session bus and with a home of its own, gone afterwards.
#
# WHEELHOUSE_KEEP_HOME=1 leaves the home and its settings as they are. WHEELHOUSE_RUNTIME_DIR is another
# $XDG_RUNTIME_DIR than one made for the occasion. The bus starts nothing but the accessibility bus and what is
# installed beside WHEELHOUSE_PROGRAM: no portal answers, so every machine behaves alike.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
scratch=$(mktemp -d "${TMPDIR:-/tmp}/wheelhouse-XXXXXX")
trap 'rm -rf "$scratch"' EXIT

mkdir -m 700 "$scratch/run" "$scratch/home" "$scratch/services"
program=${WHEELHOUSE_PROGRAM:-none}
for service in /usr/share/dbus-1/services/org.a11y.*.service "${program%/bin/*}"/share/dbus-1/services/*.service; do
  [ ! -e "$service" ] || cp "$service" "$scratch/services/"
done
sed "s|@services@|$scratch/services|" "$here/bus.conf.in" > "$scratch/bus.conf"

unset DBUS_SESSION_BUS_ADDRESS AT_SPI_BUS_ADDRESS WAYLAND_DISPLAY
if [ -z "${WHEELHOUSE_KEEP_HOME:-}" ]; then
  unset XDG_CACHE_HOME XDG_CONFIG_HOME XDG_DATA_HOME XDG_STATE_HOME
  export HOME=$scratch/home
fi
export XDG_RUNTIME_DIR=${WHEELHOUSE_RUNTIME_DIR:-$scratch/run}
# There is no graphics card: without GL the start is quicker, and its drivers leak.
export ADW_DISABLE_PORTAL=1 GDK_BACKEND=x11 GDK_DISABLE=gl,vulkan GSK_RENDERER=cairo GTK_USE_PORTAL=0

# What the bus starts may write to stdout, and the bus tells of each start; both streams belong to CMD alone.
exec 3>&1 4>&2
status=0
# shellcheck disable=SC2016
dbus-run-session --config-file="$scratch/bus.conf" -- \
  bash -c 'touch "$0/started"; exec "$@" >&3 2>&4 3>&- 4>&-' "$scratch" "$@" > "$scratch/bus.log" 2>&1 || status=$?
[ -e "$scratch/started" ] || cat "$scratch/bus.log" >&2
exit "$status"
