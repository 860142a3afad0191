#!/bin/bash
# test.sh [MESON-OPTION...] -- [--sanitize] [TEST...]: build and test; the last line counts what passed and failed.
#
# Without tests named: everything, in an ordinary build and in one with the sanitizers. Runs in the toolkit.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
tree=$(dirname "$here")
options=()
while [ "$1" != -- ]; do
  options+=("$1")
  shift
done
shift

export ASAN_OPTIONS=detect_leaks=1:abort_on_error=1:allocator_may_return_null=1:${WHEELHOUSE_ASAN_OPTIONS:-}
export LSAN_OPTIONS=suppressions=$tree/tests/support/lsan.supp:print_suppressions=0
export UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1

ordinary=$WHEELHOUSE_DIR sanitized=$WHEELHOUSE_DIR-sanitized
logs=() broken=0

say() { printf '\n== %s\n' "$*"; }

# A machine may be busy with other builds as well: time-outs are generous.
run() { # LOGNAME BUILDDIR MULTIPLIER [ARG...]
  local log=$1 dir=$2 multiplier=$3 status=0
  shift 3
  rm -f "$dir/meson-logs/$log."*
  meson test -C "$dir" --no-rebuild --print-errorlogs --logbase "$log" --timeout-multiplier "$multiplier" "$@" ||
    status=$?
  logs+=("$dir/meson-logs/$log")
  # A status without a log is Meson's own complaint, such as about a test that does not exist.
  [ "$status" = 0 ] || [ -s "$dir/meson-logs/$log.json" ] || broken=$((broken + 1))
}

build_ordinary() { "$here/build.sh" "$ordinary" "${options[@]}"; }
build_sanitized() { "$here/build.sh" "$sanitized" "${options[@]}" -Db_sanitize=address,undefined -Doptimization=1; }
build_failed() { echo "the build failed: $1"; broken=$((broken + 1)); }

if [ "${1:-}" = --sanitize ]; then
  shift
  if build_sanitized; then run named "$sanitized" 6 --no-suite gates --no-suite packaging "$@"; else build_failed "$sanitized"; fi
elif [ $# -gt 0 ]; then
  if build_ordinary; then run named "$ordinary" 3 "$@"; else build_failed "$ordinary"; fi
else
  say 'Tests and gates'
  if build_ordinary; then run all "$ordinary" 3; else build_failed "$ordinary"; fi
  say 'Tests with the address and undefined-behaviour sanitizers'
  if build_sanitized; then run all "$sanitized" 6 --no-suite gates --no-suite packaging; else build_failed "$sanitized"; fi
fi

exec "$here/count.py" "$broken" "${logs[@]}"
