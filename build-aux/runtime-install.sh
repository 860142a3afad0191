#!/bin/bash
# runtime-install.sh BRANCH PARTS DIR: make Flatpak runtimes of the trees in PARTS, named by their folders, and install
# them in DIR/installation. Runs in the toolkit, on a session bus.
set -euo pipefail

branch=$1 parts=$2 dir=$3
arch=$(flatpak --default-arch)
export FLATPAK_USER_DIR=$dir/installation XDG_RUNTIME_DIR=$dir/run
mkdir -m 700 "$XDG_RUNTIME_DIR"

# As in freedesktop's runtime: the libraries of the application come first, and the host's fonts are seen.
adapt() { # USR
  cat > "$1/etc/ld.so.conf" <<CONF
include /run/flatpak/ld.so.conf.d/app-*.conf
include /app/etc/ld.so.conf
/app/lib/$arch-linux-gnu
/app/lib64
/app/lib
include /run/flatpak/ld.so.conf.d/runtime-*.conf
include /etc/ld.so.conf.d/*.conf
CONF
  cat > "$1/etc/fonts/conf.d/50-flatpak.conf" <<CONF
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>/app/share/fonts</dir>
  <include ignore_missing="yes">/run/host/font-dirs.xml</include>
  <dir>/run/host/fonts</dir>
  <dir>/run/host/user-fonts</dir>
</fontconfig>
CONF
}

export_runtime() { # ID
  adapt "$parts/$1/usr"
  cat > "$parts/$1/metadata" <<METADATA
[Runtime]
name=$1
runtime=org.gnome.Platform/$arch/$branch
sdk=org.gnome.Sdk/$arch/$branch

[Environment]
GI_TYPELIB_PATH=/app/lib/girepository-1.0
XDG_DATA_DIRS=/app/share:/usr/share:/usr/share/runtime/share:/run/host/user-share:/run/host/share
METADATA
  flatpak build-export --runtime --no-update-summary --disable-sandbox "$dir/repo" "$parts/$1" "$branch"
}

# Of a repository of this mode files are linked into the installation, not unpacked.
ostree init --mode=bare-user-only --repo="$dir/repo"
runtimes=()
for part in "$parts"/*; do
  id=$(basename "$part")
  export_runtime "$id"
  runtimes+=("$id/$arch/$branch")
done
flatpak build-update-repo "$dir/repo"
flatpak remote-add --user --no-gpg-verify stand-in "$dir/repo"
flatpak install --user -y --noninteractive --no-related stand-in "${runtimes[@]}"
rm -r "$XDG_RUNTIME_DIR"
