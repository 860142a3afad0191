#!/bin/bash
# root.sh SUITE: print the path of a private Debian root of SUITE, making it first when there is none.
# root.sh --have SUITE: whether there is one.
# root.sh --remove-all: delete all roots, and all stand-ins for runtimes.
set -euo pipefail

# shellcheck source=build-aux/cache.sh
. "$(dirname "$0")/cache.sh"

only_look=
if [ "$1" = --have ]; then
  only_look=yes
  shift
fi
suite=$1

# shellcheck disable=SC2016  # the hooks' $1 is mmdebstrap's
make_root() { # DIR
  bootstrap "$suite" "$1" "$(packages toolkit)" --variant=apt \
    --customize-hook="upload '$here/fonts.conf' /etc/fonts/local.conf" \
    --customize-hook='chroot "$1" dbus-uuidgen --ensure=/etc/machine-id'
}

if [ "$suite" = --remove-all ]; then
  for old in "$cache"/*/; do
    [ ! -d "$old" ] || remove "${old%/}"
  done
  rm -rf "$cache"
  exit
fi

key=$({ packages toolkit; cat "$here/fonts.conf"; declare -f bootstrap make_root; uname -m; } | key)
[ -z "$only_look" ] || { [ -d "$cache/root-$suite-$key" ]; exit; }

obtain "root-$suite" "$key" 2500 "a private Debian root ($suite, 1.8 GB, about two minutes)" make_root
