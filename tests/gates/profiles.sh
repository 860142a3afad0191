#!/bin/bash
# profiles.sh BUILDDIR: a development build is another application than the stable one in everything that the desktop
# knows it by; the files of each agree about its id and are valid.
set -euo pipefail

id=io.github.wheelhouse.Wheelhouse
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

fail() { echo "$1: $2" >&2; exit 1; }

check() { # PROFILE ID BUILDDIR: install what the desktop finds, and look at it as the desktop does
  local share file path

  DESTDIR=$scratch/$1 meson install -C "$3" --no-rebuild --quiet --tags desktop
  share=$(find "$scratch/$1" -type d -name share)

  for file in "applications/$2.desktop" "metainfo/$2.metainfo.xml" "glib-2.0/schemas/$2.gschema.xml" \
    "icons/hicolor/scalable/apps/$2.svg" "icons/hicolor/symbolic/apps/$2-symbolic.svg"; do
    [ -s "$share/$file" ] || fail "$1" "there is no $file"
  done

  while read -r path; do
    [[ $path == */$2[.-]* ]] || fail "$1" "$path is not named after $2"
    ! grep -oE "${id//./[.]}[.A-Za-z]*|@[a-z_]+@" "$path" | grep -vE "^${2//./[.]}([.]|\$)" || fail "$1" "$path is about another application"
    [ "$1" = development ] || ! grep -i '[.]devel' "$path" || fail "$1" "$path is about the development build"
  done < <(find "$share" -type f)

  grep -qx "Icon=$2" "$share/applications/$2.desktop" || fail "$1" 'the menu has another icon'
  grep -q "<id>$2</id>" "$share/metainfo/$2.metainfo.xml" || fail "$1" 'the metainfo has another id'
  grep -q "<schema id=\"$2\" path=\"/${2//./\/}/\">" "$share/glib-2.0/schemas/$2.gschema.xml" ||
    fail "$1" 'the settings are found or kept elsewhere'

  desktop-file-validate "$share/applications/$2.desktop"
  glib-compile-schemas --strict --dry-run "$share/glib-2.0/schemas"
  tests/gates/appstream.sh "$share/metainfo/$2.metainfo.xml"
}

check default "$id" "$1"

meson setup "$scratch/build" -Dprofile=development -Dtests=false > "$scratch/log" || { cat "$scratch/log"; exit 1; }
meson compile -C "$scratch/build" desktop > "$scratch/log" || { cat "$scratch/log"; exit 1; }
check development "$id.Devel" "$scratch/build"

! cmp -s "data/icons/$id.svg" "data/icons/$id.Devel.svg" || fail development 'it looks like the stable one'
grep -q '^#define USER_FOLDER "wheelhouse-devel"$' "$scratch/build/config.h" ||
  fail development 'it would change the data of the stable one'
