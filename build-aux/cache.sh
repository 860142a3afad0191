# shellcheck shell=bash
# cache.sh: what toolkit.sh, root.sh and runtime.sh have in common; it is sourced.
#
# What is made lies in the user's cache under a name that ends with a hash of everything that went into it, so other
# contents have another name. It is made under a temporary name and renamed at the very end: what bears its final name
# is whole, and what was left behind half made (killed, disk full) is known by its name.

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/wheelhouse

say() { echo "wheelhouse: $*" >&2; }
die() { say "$@"; exit 1; }

packages() { # LIST...: the packages that lists of build-aux/packages name
  (cd "$here/packages" && sed -e 's/#.*//' "$@") | tr -s ' \n' '\n' | sed '/^$/d'
}

key() { sha256sum | cut -c 1-12; }

# forky's index may look out of date on a machine whose clock is wrong.
# No mirror is named: mmdebstrap knows the distribution's own.
# shellcheck disable=SC2016  # the hooks' $1 is mmdebstrap's
bootstrap() { # SUITE TARGET PACKAGES [OPTION...]
  local suite=$1 target=$2 include=$3 mode=unshare own_mounts=()
  shift 3
  # What is mounted for the installation goes with the process, however that ends.
  [ "$(id -u)" != 0 ] || { mode=root; own_mounts=(unshare --mount); }

  "${own_mounts[@]}" mmdebstrap --mode=$mode --skip=check/empty \
    --include="$(tr '\n' , <<< "$include")" \
    --aptopt='Acquire::Check-Valid-Until "false"' \
    --dpkgopt='path-exclude=/usr/share/doc/*' \
    --dpkgopt='path-exclude=/usr/share/man/*' \
    --dpkgopt='path-exclude=/usr/share/info/*' \
    --customize-hook='printf "%s UTF-8\n" en_US.UTF-8 zh_CN.UTF-8 zh_TW.UTF-8 > "$1/etc/locale.gen"' \
    --customize-hook='chroot "$1" locale-gen' \
    "$@" "$suite" "$target" ||
    { say "failed: mmdebstrap $* $suite"; return 1; }
}

# Should something be mounted there all the same, it must not be deleted through. Of an unprivileged user's roots the
# contents belong to other user ids, the folder's entry to us.
remove() { # DIR
  rm -rf --one-file-system "$1" 2>/dev/null || {
    mmdebstrap --unshare-helper find "$1" -xdev -mindepth 1 -delete
    rmdir "$1"
  }
}

need_tools() {
  local missing=()
  command -v mmdebstrap >/dev/null || missing+=(mmdebstrap)
  command -v bwrap >/dev/null || missing+=(bubblewrap)
  [ "$(id -u)" = 0 ] || command -v newuidmap >/dev/null || missing+=(uidmap)
  [ ${#missing[@]} = 0 ] || "$here/apt-install.sh" "${missing[@]}"
}

make_whole() { # KIND NAME MEGABYTES WHAT MAKER
  local making=$cache/making-$1-$$ old free
  need_tools

  for old in "$cache/making-$1-"*; do
    [ -e "$old" ] || continue
    say "removing what an interrupted run left: $old"
    remove "$old"
  done

  free=$(df --output=avail --block-size=1M "$cache" | tail -n 1 | tr -d ' ')
  [ "$free" -ge "$3" ] || die "$4 needs $3 MB in $cache, only $free MB are free"

  # What mmdebstrap hands on as an archive it makes in a folder of its own. /tmp may be of memory, and small.
  export TMPDIR=${TMPDIR:-/var/tmp}

  say "making $4 in $cache"
  if ! "$5" "$making" >&2; then
    [ ! -e "$making" ] || remove "$making" || true
    die "$4 could not be made: see above"
  fi
  mv "$making" "$cache/$2"
}

# What no branch asks for any more. The mark is beside the folder, which need not belong to us.
sweep() { # KIND
  local mark
  find "$cache" -maxdepth 1 -name "$1-*.used" -mtime +30 | while read -r mark; do
    say "removing ${mark%.used}: not used for 30 days"
    remove "${mark%.used}"
    rm "$mark"
  done
}

# Prints the folder of this kind with this key; makes it with MAKER FOLDER when there is none.
obtain() { # KIND KEY MEGABYTES WHAT MAKER
  local name=$1-$2
  if [ ! -d "$cache/$name" ]; then
    mkdir -p "$cache"
    exec 9>"$cache/$1.lock"
    if ! flock -n 9; then
      say "another run is making $4; waiting for it"
      flock 9
    fi
    if [ ! -d "$cache/$name" ]; then
      # The lock is left open for mmdebstrap: should this script be killed, the next one waits for it to end.
      make_whole "$1" "$name" "$3" "$4" "$5"
      sweep "$1"
    fi
  fi
  touch "$cache/$name.used"
  echo "$cache/$name"
}
