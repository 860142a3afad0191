#!/bin/bash
# potfiles.sh: po/POTFILES lists, in order, every file with words for the translators, and no other.
set -euo pipefail

mapfile -t candidates < <(
  # (What a settings schema says of its keys is seen by programmers alone.)
  find data -maxdepth 1 -name '*.in' ! -name '*.gschema.xml.in'
  find data/ui -name '*.blp'
  find src -name '*.[ch]'
)

for file in "${candidates[@]}"; do
  # A file without a word gives no POT at all.
  [ -z "$(build-aux/pot.sh "$file")" ] || echo "$file"
done | LC_ALL=C sort > "${TMPDIR:-/tmp}/potfiles.$$"
trap 'rm -f "${TMPDIR:-/tmp}/potfiles.$$"' EXIT

diff -u po/POTFILES "${TMPDIR:-/tmp}/potfiles.$$" ||
  { echo 'po/POTFILES (-) is not what the sources ask for (+)'; exit 1; }
