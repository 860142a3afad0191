#!/bin/bash
# screenshot.sh PROGRAM OUTDIR SHOWNDIR: photograph every page in both languages, light, dark and narrow, into OUTDIR.
#
# The few pictures that the README and software centres show go to SHOWNDIR.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
export WHEELHOUSE_PROGRAM=$1
out=$2 shown=$3
mkdir -p "$out" "$shown"
rm -f "$out"/*.png "$out"/*.pdf

photograph() { # SUFFIX WIDTHxHEIGHT LOCALE
  LC_ALL=$3 WHEELHOUSE_SCREEN=1280x900 "$here/../tests/support/with-display.sh" \
    python3 -W ignore "$here/screenshot.py" "$out" "$1" "$2" "$3" >&2
}

# Software centres want a window of at most 1000x700.
for language in en zh_CN; do
  case $language in en) locale=C.UTF-8 ;; *) locale=$language.UTF-8 ;; esac
  photograph "$language" 1000x700 "$locale"
  photograph "narrow-$language" 360x720 "$locale"
  ADW_DEBUG_COLOR_SCHEME=prefer-dark photograph "dark-$language" 1000x700 "$locale"
  ADW_DEBUG_HIGH_CONTRAST=1 photograph "contrast-$language" 1000x700 "$locale"

  pdftoppm -r 75 -png -singlefile "$out/checklist-$language.pdf" "$out/checklist-$language"
done

# Few colours make small files, and nobody sees it.
for name in {libraries,role,library,plan,guide,checklist}-{en,zh_CN} role-dark-zh_CN; do
  convert "$out/$name.png" +dither -colors 128 -strip -define png:compression-level=9 "$shown/$name.png"
done
