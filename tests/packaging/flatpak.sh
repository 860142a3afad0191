#!/bin/bash
# flatpak.sh SCRATCH: the manifest is built, installed and used in its sandbox, from the desktop's menu.
#
# WHEELHOUSE_RUNTIME is where the runtime is installed; ./dev sees to that. Where it could not, WHEELHOUSE_NO_RUNTIME
# says what failed.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
tree=$(cd "$here/../.." && pwd)
scratch=$1/flatpak
app=io.github.wheelhouse.Wheelhouse

if [ -z "${WHEELHOUSE_RUNTIME:-}" ]; then
  echo "1..0 # SKIP ${WHEELHOUSE_NO_RUNTIME:-without a runtime: ./dev flatpak}"
  exit
fi

# Anybody may be root in a namespace of his own. For root, Flatpak does not ask the system bus, which a private root lacks,
# whether something may be installed, and the portal may mount what it shows. The portal and the sandbox agree on
# /run/user/ID, which is a folder of this test's own.
as_root() { # CMD...
  bwrap --dev-bind / / --unshare-user --uid 0 --gid 0 --cap-add ALL --die-with-parent \
    --tmpfs /run/user --perms 0700 --dir /run/user/0 --setenv WHEELHOUSE_RUNTIME_DIR /run/user/0 "$@"
}

mkdir -p "$scratch"
rm -rf "$scratch/installation"
as_root dbus-run-session -- "$tree/build-aux/flatpak.sh" "$scratch" > "$scratch/build.log" 2>&1 ||
  { tail -n 40 "$scratch/build.log" >&2; exit 1; }

export FLATPAK_SYSTEM_DIR=$WHEELHOUSE_RUNTIME FLATPAK_USER_DIR=$scratch/installation
export WHEELHOUSE_PICTURES=$1 WHEELHOUSE_PACKAGE=$scratch
export XDG_DATA_DIRS=$FLATPAK_USER_DIR/exports/share:/usr/local/share:/usr/share

# Where the tests look for the program and what starts it: the command line in the sandbox, and, with what Flatpak gives
# the bus, the portal through which a file gets in from outside.
host=$scratch/host
export WHEELHOUSE_PROGRAM=$host/bin/wheelhouse
rm -rf "$host"
mkdir -p "$host/bin" "$host/share/dbus-1"
cp -rL "$FLATPAK_USER_DIR/exports/share/dbus-1/services" "$host/share/dbus-1"
for name in org.freedesktop.portal.Documents org.freedesktop.impl.portal.PermissionStore; do
  cp "/usr/share/dbus-1/services/$name.service" "$host/share/dbus-1/services"
done
printf '#!/bin/sh\nexec flatpak run %s "$@"\n' "$app" > "$WHEELHOUSE_PROGRAM"
chmod +x "$WHEELHOUSE_PROGRAM"

as_root "$tree/tests/support/with-display.sh" python3 -W ignore "$here/flatpak.py"
