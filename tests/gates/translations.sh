#!/bin/bash
# translations.sh: no string of the interface, extracted afresh, is missing, untranslated or fuzzy.
# Compared is with the sources and not with the PO file's own idea of what there is.
set -euo pipefail

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

mapfile -t files < po/POTFILES
build-aux/pot.sh "${files[@]}" > "$scratch/fresh.pot"
[ -s "$scratch/fresh.pot" ] || { echo 'no string was extracted'; exit 1; }

while read -r language; do
  msgfmt --check --output-file=/dev/null "po/$language.po"
  msgcmp "po/$language.po" "$scratch/fresh.pot" ||
    { echo "po/$language.po is behind the sources: run ./dev translate, then translate what is empty"; exit 1; }
done < po/LINGUAS
