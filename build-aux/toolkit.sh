#!/bin/bash
# toolkit.sh [SUITE]: print what to build with: "host host" or "ROOT-PATH SUITE".
#
# Without SUITE: this machine, when it is new enough; this machine after apt-get install, when the versions it
# offers are; otherwise a private Debian 13. With SUITE always the private root of that suite.
set -euo pipefail

# shellcheck source=build-aux/cache.sh
. "$(dirname "$0")/cache.sh"

suite=${1:-}

libraries=('glib-2.0 >= 2.84' 'gtk4 >= 4.18' 'libadwaita-1 >= 1.7' 'gtksourceview-5 >= 5.16'
           'json-glib-1.0 >= 1.10' 'sqlite3 >= 3.46')
programs=(cc meson ninja blueprint-compiler msgfmt xgettext opencc desktop-file-validate appstreamcli flatpak-builder
          ostree clang-format shellcheck dbus-run-session xauth Xvfb xdotool import pdftotext qpdf sqlite3)

host_is_complete() {
  pkg-config --exists "${libraries[@]}" 2>/dev/null || return 1
  for program in "${programs[@]}"; do
    command -v "$program" >/dev/null || return 1
  done
  python3 -c 'import gi; gi.require_version("Atspi", "2.0")' 2>/dev/null
}

offers() { # PACKAGE VERSION
  local candidate
  candidate=$(apt-cache policy "$1" 2>/dev/null | sed -n 's/^ *Candidate: //p')
  [ -n "$candidate" ] && dpkg --compare-versions "$candidate" ge "$2" 2>/dev/null
}

apt_would_do() {
  command -v apt-get >/dev/null && { [ "$(id -u)" = 0 ] || command -v sudo >/dev/null; } || return 1
  "$here/apt-install.sh" --lists libgtk-4-dev || return 1
  offers libglib2.0-dev 2.84 && offers libgtk-4-dev 4.18 && offers libadwaita-1-dev 1.7 &&
    offers libgtksourceview-5-dev 5.16 && offers libjson-glib-dev 1.10 && offers libsqlite3-dev 3.46 && offers blueprint-compiler 0.16
}

if [ -z "$suite" ] && host_is_complete; then
  echo host host
elif [ -z "$suite" ] && ! "$here/root.sh" --have trixie && apt_would_do; then
  # In a root the locales we want are generated; a machine's own choice of them is not ours to change.
  names=$(packages toolkit | sed 's/^locales$/locales-all/')
  mapfile -t names <<< "$names"
  "$here/apt-install.sh" "${names[@]}"
  host_is_complete || die "something is still missing after apt-get install"
  echo host host
else
  suite=${suite:-trixie}
  root=$("$here/root.sh" "$suite")
  echo "$root" "$suite"
fi
