#!/bin/bash
# apt-install.sh PACKAGE...: install PACKAGEs on this machine, or say plainly why that cannot be done.
# apt-install.sh --lists PACKAGE: only see to it that apt has heard of PACKAGE, as on a fresh machine it has not.
set -euo pipefail

die() { echo "wheelhouse: $*" >&2; exit 1; }

command -v apt-get >/dev/null || die "please install with your package manager: $*"

only_lists=
if [ "$1" = --lists ]; then
  only_lists=yes
  shift
fi

as_root=()
if [ "$(id -u)" != 0 ]; then
  command -v sudo >/dev/null || die "please install as root: apt-get install $*"
  as_root=(sudo)
fi

# A fresh machine has no package lists yet.
if ! apt-cache show "$@" >/dev/null 2>&1; then
  echo "wheelhouse: fetching the package lists" >&2
  "${as_root[@]}" apt-get update >&2 || die "the package lists could not be fetched: is the network there?"
fi

[ -z "$only_lists" ] || exit 0

echo "wheelhouse: installing $*" >&2
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@" >&2 ||
  die "apt-get could not install: $*"
