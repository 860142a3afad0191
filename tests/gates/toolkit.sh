#!/bin/bash
# toolkit.sh: a machine that lacks the toolkit but offers it new enough is asked to install all of it.
set -euo pipefail

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# Such a machine, as far as apt tells; nothing is installed.
stub() { # NAME COMMAND
  printf '#!/bin/sh\n%s\n' "$2" > "$scratch/$1"
  chmod +x "$scratch/$1"
}
stub pkg-config 'exit 1'
stub sudo 'exec "$@"'
stub apt-cache 'echo "  Candidate: 99"'
stub apt-get "echo \"\$@\" >> '$scratch/asked'"

# It ends with a complaint, for nothing is there after all.
! XDG_CACHE_HOME=$scratch/cache PATH=$scratch:$PATH build-aux/toolkit.sh 2> "$scratch/errors" || exit 1

for package in flatpak-builder libgtk-4-dev locales-all; do
  grep -q "^install .* $package\b" "$scratch/asked" || { cat "$scratch/errors" >&2; echo "$package is not installed" >&2; exit 1; }
done
