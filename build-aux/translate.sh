#!/bin/bash
# translate.sh: bring po/*.po up to date with the sources and po/catalogue/*.po with the catalogue. New strings stay
# empty until somebody translates them; the traditional Chinese is made out of the simplified.
set -euo pipefail
cd "$(dirname "$0")/.."

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# update FILE POT [OPTION...]: a guess by likeness would be a fuzzy string, which the tests refuse anyway.
update() {
  local po=$1 pot=$2
  shift 2
  msgmerge --quiet --update --backup=none --no-fuzzy-matching --add-location=file --previous "$@" "$po" "$pot"
  msgattrib --no-obsolete --add-location=file "$@" --output-file="$po" "$po"
  echo -n "$po: "
  msgfmt --check --statistics --output-file=/dev/null "$po" 2>&1
}

mapfile -t files < po/POTFILES
build-aux/pot.sh "${files[@]}" > "$scratch/interface.pot"
while read -r language; do
  [ "$language" = zh_TW ] || update "po/$language.po" "$scratch/interface.pot"
done < po/LINGUAS

# Only the compiler is built: the catalogue itself cannot be while a translation is missing.
compiler=src/compiler/wheelhouse-compile
[ -f "$WHEELHOUSE_DIR/build.ninja" ] || { echo 'translate: run ./dev build once, for the compiler of the catalogue' >&2; exit 1; }
ninja -C "$WHEELHOUSE_DIR" -j "${WHEELHOUSE_JOBS:-$(nproc)}" --quiet "$compiler" >&2
"$WHEELHOUSE_DIR/$compiler" --pot "$scratch/catalogue.pot" --base "$PWD" "$PWD/data/catalogue"
for po in po/catalogue/*.po; do
  [ "$po" = po/catalogue/zh_TW.po ] || update "$po" "$scratch/catalogue.pot" --no-wrap
done

for folder in po po/catalogue; do
  build-aux/traditional.py "$folder/zh_CN.po" po/zh_TW.phrases "$folder/zh_TW.po"
done
