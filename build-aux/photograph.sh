#!/bin/bash
# photograph.sh PNG PROGRAM [ARG...]: start PROGRAM on $DISPLAY, photograph it when its window is drawn, end it.
set -euo pipefail

png=$1
shift

"$@" &
program=$!
trap 'kill "$program" 2>/dev/null; wait "$program" 2>/dev/null || true' EXIT

# Drawn is a picture with more than a background's colours that has stopped changing.
before='' now=''
for ((i = 0; i < 150; i++)); do
  kill -0 "$program" 2>/dev/null || { echo "the program ended before its window was drawn" >&2; exit 1; }
  import -silent -window root "$png"
  now=$(identify -format '%k %#' "$png")
  [ "${now%% *}" -lt 16 ] || [ "$now" != "$before" ] || exit 0
  before=$now
  sleep 0.2
done
echo "no window was drawn within 30 s" >&2
exit 1
