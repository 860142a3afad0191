#!/bin/bash
# clang-format.sh: every C file looks as .clang-format says. Other versions format otherwise, so one is pinned.
set -euo pipefail

version=$(clang-format --version | grep -o 'version [0-9]*')
[ "$version" = 'version 19' ] || { echo "pinned is version 19, here is $version"; exit 77; }

find src tests -name '*.[ch]' -print0 | xargs -0 clang-format --dry-run --Werror
