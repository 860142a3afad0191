#!/bin/bash
# root.sh SUITE: print the path of a private Debian root of SUITE, making it first when there is none.
# root.sh --have SUITE: whether there is one.
# root.sh --remove-all: delete all roots.
#
# A root lies in the user's cache under a name that holds a hash of everything that went into it, so another
# list of packages is another root. It is made under a temporary name and renamed at the very end: what bears
# its final name is whole, and what was left behind half made (killed, disk full) is known by its name.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
only_look=
if [ "$1" = --have ]; then
  only_look=yes
  shift
fi
suite=$1
cache=${XDG_CACHE_HOME:-$HOME/.cache}/wheelhouse

say() { echo "wheelhouse: $*" >&2; }
die() { say "$@"; exit 1; }

packages() { sed -e 's/#.*//' "$here/packages" | tr -s ' \n' '\n' | sed '/^$/d'; }

# forky's index may look out of date on a machine whose clock is wrong.
# No mirror is named: mmdebstrap knows the distribution's own.
# shellcheck disable=SC2016  # the hooks' $1 is mmdebstrap's
bootstrap() { # DIR
  local mode=unshare own_mounts=()
  # What is mounted for the installation goes with the process, however that ends.
  [ "$(id -u)" != 0 ] || { mode=root; own_mounts=(unshare --mount); }

  "${own_mounts[@]}" mmdebstrap --mode=$mode --variant=apt --skip=check/empty \
    --include="$(packages | paste -sd,)" \
    --aptopt='Acquire::Check-Valid-Until "false"' \
    --dpkgopt='path-exclude=/usr/share/doc/*' \
    --dpkgopt='path-exclude=/usr/share/man/*' \
    --dpkgopt='path-exclude=/usr/share/info/*' \
    --customize-hook='printf "%s UTF-8\n" en_US.UTF-8 zh_CN.UTF-8 zh_TW.UTF-8 > "$1/etc/locale.gen"' \
    --customize-hook='chroot "$1" locale-gen' \
    --customize-hook="upload '$here/fonts.conf' /etc/fonts/local.conf" \
    --customize-hook='chroot "$1" dbus-uuidgen --ensure=/etc/machine-id' \
    "$suite" "$1"
}

# Should something be mounted there all the same, it must not be deleted through.
remove() { # DIR
  if [ "$(id -u)" = 0 ]; then
    rm -rf --one-file-system "$1"
  else
    # The contents belong to other user ids, the folder's entry to us.
    mmdebstrap --unshare-helper find "$1" -xdev -mindepth 1 -delete
    rmdir "$1"
  fi
}

need_tools() {
  local missing=()
  command -v mmdebstrap >/dev/null || missing+=(mmdebstrap)
  command -v bwrap >/dev/null || missing+=(bubblewrap)
  [ "$(id -u)" = 0 ] || command -v newuidmap >/dev/null || missing+=(uidmap)
  [ ${#missing[@]} = 0 ] || "$here/apt-install.sh" "${missing[@]}"
}

make_root() { # FINAL-NAME
  local making free
  need_tools

  for making in "$cache/making-$suite-"*; do
    [ -e "$making" ] || continue
    say "removing what an interrupted run left: $making"
    remove "$making"
  done

  free=$(df --output=avail --block-size=1M "$cache" | tail -n 1 | tr -d ' ')
  [ "$free" -ge 2500 ] || die "a toolkit root needs 2.5 GB in $cache, only $free MB are free"

  say "making a private Debian root ($suite, 1.7 GB, about two minutes) in $cache"
  making=$cache/making-$suite-$$
  if ! bootstrap "$making" >&2; then
    remove "$making" || true
    die "the root could not be made; mmdebstrap says above why"
  fi
  mv "$making" "$1"
}

# Roots that no branch asks for any more. The mark is beside the root, which need not belong to us.
sweep() {
  local mark
  find "$cache" -maxdepth 1 -name "root-$suite-*.used" -mtime +30 | while read -r mark; do
    say "removing ${mark%.used}: not used for 30 days"
    remove "${mark%.used}"
    rm "$mark"
  done
}

if [ "$suite" = --remove-all ]; then
  for old in "$cache"/*/; do
    [ ! -d "$old" ] || remove "${old%/}"
  done
  rm -rf "$cache"
  exit
fi

key=$({ packages; cat "$here/fonts.conf"; declare -f bootstrap; uname -m; } | sha256sum | cut -c 1-12)
root=$cache/root-$suite-$key
[ -z "$only_look" ] || { [ -d "$root" ]; exit; }

if [ ! -d "$root" ]; then
  mkdir -p "$cache"
  exec 9>"$cache/$suite.lock"
  if ! flock -n 9; then
    say "another run is making the $suite root; waiting for it"
    flock 9
  fi
  if [ ! -d "$root" ]; then
    # The lock is left open for mmdebstrap: should this script be killed, the next one waits for it to end.
    make_root "$root"
    sweep
  fi
fi
touch "$root.used"
echo "$root"
