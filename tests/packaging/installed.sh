#!/bin/bash
# installed.sh SCRATCH: what a packager builds, installed into an empty prefix, is used from the desktop's menu.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
tree=$(cd "$here/../.." && pwd)
scratch=$1/installed
prefix=$scratch/prefix
rm -rf "$scratch"
mkdir -p "$scratch"

{
  meson setup "$scratch/build" "$tree" --prefix "$prefix" --buildtype release -Dtests=false
  ninja -C "$scratch/build" -j "${WHEELHOUSE_JOBS:-$(nproc)}"
  meson install -C "$scratch/build" --no-rebuild
} > "$scratch/build.log" 2>&1 || { tail -n 40 "$scratch/build.log" >&2; exit 1; }

# A session that has the prefix, and nothing of the tests' own.
export PATH=$prefix/bin:$PATH
export WHEELHOUSE_PICTURES=$1 WHEELHOUSE_PROGRAM=$prefix/bin/wheelhouse
export XDG_DATA_DIRS=$prefix/share:/usr/local/share:/usr/share
"$tree/tests/support/with-display.sh" python3 -W ignore "$here/installed.py"
