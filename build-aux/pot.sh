#!/bin/bash
# pot.sh FILE...: extract the interface's translatable strings of FILEs as a POT, on stdout.
# Not through Meson's target: the tests extract afresh, from any list of files, without a build.
set -euo pipefail

# (The date would make every two branches collide in the PO files.)
xgettext --from-code=UTF-8 --add-comments=Translators --add-location=file --package-name=wheelhouse \
  --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2 \
  --keyword=ngettext:1,2 --keyword=g_dngettext:2,3 --keyword=g_dcgettext:2 --keyword=g_dpgettext2:2c,3 \
  --output=- "$@" 2> >(grep -v "extension 'blp' is unknown" >&2) |
  sed '/^"POT-Creation-Date:/d'
