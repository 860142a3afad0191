#!/bin/bash
# enter.sh ROOT|host run|build CMD...: run CMD with the toolkit of ROOT, on the same working tree and the same /tmp.
#
#   build  a clean environment: C.UTF-8, a home of its own ($WHEELHOUSE_HOME), nothing of the caller's settings
#   run    the user's own: home, runtime folder, language, display, time zone
#
# The root is read-only in there, so nothing of the user's can ever lie in it.
set -euo pipefail

tree=$(cd "$(dirname "$0")/.." && pwd -P)
root=$1 mode=$2
shift 2

env=()
if [ "$mode" = build ]; then
  mkdir -p "$WHEELHOUSE_HOME"
  env=(HOME="$WHEELHOUSE_HOME" USER="${USER:-$(id -un)}" LC_ALL=C.UTF-8 LANG=C.UTF-8 TERM="${TERM:-dumb}")
  for name in CC CFLAGS LDFLAGS MESON_TESTTHREADS NO_COLOR ${!WHEELHOUSE_@}; do
    [ -z "${!name+set}" ] || env+=("$name=${!name}")
  done
fi

if [ "$root" = host ]; then
  [ "$mode" = run ] && exec "$@"
  exec env -i PATH="$PATH" "${env[@]}" "$@"
fi

# The root may belong to other user ids than ours (an unprivileged user's does), so nothing can be made in it:
# its parts are hung, read-only, into an empty tree that has room for the rest.
bind=(--tmpfs / --ro-bind "$root/usr" /usr --ro-bind "$root/etc" /etc --ro-bind "$root/var" /var)
for name in bin lib lib64 sbin; do
  [ ! -e "$root/usr/$name" ] || bind+=(--symlink "usr/$name" "/$name")
done
bind+=(--ro-bind /etc/passwd /etc/passwd --ro-bind /etc/group /etc/group
       --dev-bind /dev /dev --dev-bind /proc /proc --ro-bind /sys /sys --tmpfs /run --tmpfs /var/tmp --bind /tmp /tmp)

# What is installed there may have the runtime that the Flatpak is built on.
[ ! -d /var/lib/flatpak ] || [ ! -d "$root/var/lib/flatpak" ] || bind+=(--ro-bind /var/lib/flatpak /var/lib/flatpak)

# Everything of the host that is not the system itself: whatever file the user names is there.
for dir in /*; do
  case $dir in
    /bin|/boot|/dev|/etc|/lib*|/lost+found|/proc|/root|/run|/sbin|/sys|/tmp|/usr|/var) ;;
    *) [ ! -d "$dir" ] || [ -L "$dir" ] || bind+=(--bind "$dir" "$dir") ;;
  esac
done
for dir in "$HOME" "$tree" "$PWD" "${WHEELHOUSE_BUILD:-}" "${XDG_RUNTIME_DIR:-}"; do
  [ -z "$dir" ] || bind+=(--bind-try "$dir" "$dir")
done

path=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin
if [ "$mode" = build ]; then
  bind+=(--clearenv)
  for pair in "${env[@]}"; do
    bind+=(--setenv "${pair%%=*}" "${pair#*=}")
  done
else
  # The root has no dconf, without which GSettings would forget everything.
  bind+=(--setenv GSETTINGS_BACKEND "${GSETTINGS_BACKEND:-keyfile}")
  if [ -z "${TZ:-}" ] && [ -L /etc/localtime ]; then
    zone=$(readlink -f /etc/localtime)
    bind+=(--setenv TZ "${zone#*/zoneinfo/}")
  fi
fi

exec bwrap "${bind[@]}" --remount-ro / --setenv PATH "$path" --chdir "$PWD" --die-with-parent "$@"
