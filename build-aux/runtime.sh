#!/bin/bash
# runtime.sh SUITE ROOT|host BRANCH: print the folder of a stand-in for that branch of GNOME's Flatpak runtime, making
# it first when there is none. ROOT is the toolkit, which has Flatpak's own tools.
# runtime.sh --fetch-archives ROOT: one step of that.
#
# What bears the names org.gnome.Platform and org.gnome.Sdk in there is Debian's SUITE, so that the manifest can be
# built, installed and run where the real runtime cannot be had. `installation` is what FLATPAK_SYSTEM_DIR wants,
# `sources` has archives that the manifest names, each in a folder of its checksum's name.
set -euo pipefail

# shellcheck source=build-aux/cache.sh
. "$(dirname "$0")/cache.sh"

# Source packages whose tarball is, byte for byte, an archive that the manifest names.
archives=(fonts-wqy-microhei)

# Fetches the tarballs into ROOT/sources, as a hook of mmdebstrap, which makes $APT_CONFIG speak of ROOT. Their checksums
# are the distribution's here; flatpak-builder knows the manifest's.
fetch_archives() { # ROOT
  local package uri name sum
  sed -n 's/^deb /deb-src /p' "$1/etc/apt/sources.list" > "$1/etc/apt/sources.list.d/sources.list"
  apt-get -o APT::Sandbox::User=root update
  for package in "${archives[@]}"; do
    read -r uri name _ sum < <(apt-get source --print-uris "$package" | grep '\.orig\.tar\.[a-z0-9]* ')
    mkdir -p "$1/sources/${sum#SHA256:}"
    uri=${uri#\'}
    /usr/lib/apt/apt-helper download-file "${uri%\'}" "$1/sources/${sum#SHA256:}/$name" "$sum"
  done
}

if [ "$1" = --fetch-archives ]; then
  APT_CONFIG=$MMDEBSTRAP_APT_CONFIG fetch_archives "$2" >&2
  exit
fi

suite=$1 toolkit=$2 branch=$3

# One runtime as `flatpak build-export` takes it: what is the system's /usr is usr, what is its /etc is usr/etc.
make_part() { # DIR ID PACKAGES [OPTION...]
  local part=$1/$2 include=$3
  shift 3
  mkdir -p "$part/files"
  bootstrap "$suite" - "$include" --variant=essential --dpkgopt='path-exclude=/usr/share/bug/*' "$@" |
    tar -x -C "$part" --no-same-owner --no-same-permissions --transform='flags=r;s,^\./etc\b,./usr/etc,' \
      --exclude='./etc/*shadow*' --exclude='./etc/apt' --exclude='./etc/group*' --exclude='./etc/host*' \
      --exclude='./etc/localtime' --exclude='./etc/machine-id' --exclude='./etc/mtab' --exclude='./etc/passwd*' \
      --exclude='./etc/resolv.conf' --exclude='./etc/ssl/private' \
      ./etc ./usr
}

make_runtime() { # DIR
  local parts=$1/parts status=0 sdk
  mkdir -p "$parts"
  make_part "$parts" org.gnome.Sdk "$(packages platform sdk)" &
  sdk=$!
  make_part "$parts" org.gnome.Platform "$(packages platform)" \
    --customize-hook="'$here/runtime.sh' --fetch-archives \"\$1\"" --customize-hook="copy-out /sources '$1'" || status=1
  wait "$sdk" || status=1
  [ "$status" = 0 ] || return

  "$here/enter.sh" "$toolkit" build dbus-run-session -- "$here/runtime-install.sh" "$branch" "$parts" "$1" ||
    { say "failed: build-aux/runtime-install.sh"; return 1; }
  rm -rf "$parts"
}

key=$({ packages platform sdk; echo "$branch"; cat "$here/runtime-install.sh"
        declare -f bootstrap fetch_archives make_part make_runtime; uname -m; } | key)
obtain "runtime-$suite" "$key" 4500 "a stand-in for GNOME's Flatpak runtime ($suite, 1.5 GB, about three minutes)" make_runtime
