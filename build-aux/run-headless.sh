#!/bin/bash
# run-headless.sh PROGRAM OUTDIR: show the window on a virtual display, photograph it, export a checklist, end.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
program=$1 out=$2
mkdir -p "$out"
rm -f "$out/window.png" "$out/backend.pdf"

# The user's own plan and settings are shown, as in a run with a display.
WHEELHOUSE_KEEP_HOME=1 WHEELHOUSE_SCREEN=1180x760 "$here/../tests/support/with-display.sh" "$here/photograph.sh" "$out/window.png" "$program" >&2
echo "wheelhouse: without a display, the window was drawn on a virtual one: $out/window.png" >&2

"$program" export "$out/backend.pdf" --role backend >&2
echo "wheelhouse: the back-end checklist: $out/backend.pdf" >&2
