#!/bin/bash
# clean.sh [--all]: delete what was built; with --all the toolkit roots as well.
set -euo pipefail

rm -rf "$WHEELHOUSE_BUILD"
[ "${1:-}" != --all ] || "$(dirname "$0")/root.sh" --remove-all
