#!/bin/bash
# blueprint-format.sh: every Blueprint file looks as the pinned version of the compiler writes it.
set -euo pipefail

version=$(blueprint-compiler --version)
[ "${version%.*}" = 0.16 ] || { echo "pinned is version 0.16, here is $version"; exit 77; }

exec blueprint-compiler format data/ui
