#!/bin/bash
# build.sh BUILDDIR [MESON-OPTION...]: configure when needed, compile, install into BUILDDIR/prefix.
#
# What is run and tested is the installed program: everything is found where it was compiled to look for it.
set -euo pipefail

dir=$1
shift
cd "$(dirname "$0")/.."

# Two at once in one folder wait for each other.
mkdir -p "$dir"
exec 8> "$dir.lock"
flock 8

# Another toolkit than last time: what was found out about the old one is of no use.
if [ "$(cat "$dir/toolkit" 2>/dev/null)" != "$WHEELHOUSE_ROOT" ]; then
  rm -rf "$dir"
  mkdir -p "$dir"
  echo "$WHEELHOUSE_ROOT" > "$dir/toolkit"
fi
# A configuration that was interrupted leaves no ninja file; Meson then starts again by itself.
if [ ! -f "$dir/build.ninja" ]; then
  meson setup "$dir" --prefix "$dir/prefix" --libdir lib "$@"
fi
# On a terminal one line tells how far it is; in a log there is a word before a long silence.
quiet=(--quiet)
if [ -t 1 ]; then
  quiet=()
elif [ ! -e "$dir/prefix" ]; then
  echo 'Building Wheelhouse; for the first time this takes a few minutes.'
fi
ninja -C "$dir" -j "${WHEELHOUSE_JOBS:-$(nproc)}" "${quiet[@]}"
meson install -C "$dir" --no-rebuild --only-changed --quiet
