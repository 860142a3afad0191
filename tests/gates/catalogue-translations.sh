#!/bin/bash
# catalogue-translations.sh COMPILER: no text of the catalogue, extracted afresh, is missing, untranslated or fuzzy.
set -euo pipefail

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

"$1" --pot "$scratch/fresh.pot" --base "$PWD" "$PWD/data/catalogue"

for po in po/catalogue/*.po; do
  msgfmt --check --output-file=/dev/null "$po"
  msgcmp "$po" "$scratch/fresh.pot" ||
    { echo "$po is behind the catalogue: run ./dev translate, then translate what is empty"; exit 1; }
done
