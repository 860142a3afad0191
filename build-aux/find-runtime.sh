#!/bin/bash
# find-runtime.sh SUITE ROOT|host: print the Flatpak installation that has the runtime and the SDK which the manifest
# names: the user's, the system's, or a stand-in made of Debian's SUITE. ROOT is the toolkit.
#
# Nothing is fetched from a Flatpak remote: `flatpak install org.gnome.Platform//51 org.gnome.Sdk//51` is the user's own.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
manifest=$here/../flatpak/io.github.wheelhouse.Wheelhouse.json
branch=$(sed -n 's/.*"runtime-version": "\(.*\)".*/\1/p' "$manifest")

has_runtime() { # INSTALLATION
  local id
  for id in org.gnome.Platform org.gnome.Sdk; do
    [ -e "$1/runtime/$id/$(uname -m)/$branch/active" ] || return 1
  done
}

for installation in "${XDG_DATA_HOME:-$HOME/.local/share}/flatpak" /var/lib/flatpak; do
  if has_runtime "$installation"; then
    echo "$installation"
    exit
  fi
done

WHEELHOUSE_HOME=${WHEELHOUSE_HOME:-$HOME} "$here/enter.sh" "$2" build flatpak-builder --version >/dev/null 2>&1 ||
  { echo 'wheelhouse: failed: flatpak-builder --version' >&2; exit 1; }
stand_in=$("$here/runtime.sh" "$1" "$2" "$branch")
echo "$stand_in/installation"
