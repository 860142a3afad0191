#!/bin/bash
# format.sh: bring all C and Blueprint files and the catalogue into the form that the gates ask for.
set -euo pipefail
cd "$(dirname "$0")/.."

find src tests -name '*.[ch]' -print0 | xargs -0 clang-format -i
blueprint-compiler format --fix data/ui
find data/catalogue -name '*.json' -exec build-aux/format-catalogue.py {} +
