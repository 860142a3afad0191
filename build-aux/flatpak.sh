#!/bin/bash
# flatpak.sh DIR: build the manifest with flatpak-builder, install it into DIR/installation, and write the bundle.
#
# WHEELHOUSE_RUNTIME is an installation that has GNOME's runtime, or a stand-in for it (runtime.sh); beside a stand-in
# lie archives that the manifest names, which are then not fetched. Nothing is installed outside DIR. Runs in the
# toolkit, on a session bus.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
manifest=$(dirname "$here")/flatpak/io.github.wheelhouse.Wheelhouse.json
dir=$1
mkdir -p "$dir"

export FLATPAK_SYSTEM_DIR=$WHEELHOUSE_RUNTIME FLATPAK_USER_DIR=$dir/installation

# flatpak-builder takes what lies in its folder under the checksum of the manifest.
offer_archives() {
  python3 - "$manifest" "$1" "$dir/state/downloads" <<'PYTHON'
import json, os, shutil, sys

manifest, archives, downloads = sys.argv[1:]
with open(manifest, encoding='utf-8') as file:
    modules = json.load(file)['modules']
for source in (source for module in modules for source in module['sources'] if source['type'] == 'archive'):
    folder = os.path.join(archives, source['sha256'])
    for name in os.listdir(folder) if os.path.isdir(folder) else ():
        target = os.path.join(downloads, source['sha256'])
        os.makedirs(target, exist_ok=True)
        shutil.copy(os.path.join(folder, name), os.path.join(target, os.path.basename(source['url'])))
PYTHON
}

id=$(basename "$manifest" .json)
[ ! -d "$(dirname "$WHEELHOUSE_RUNTIME")/sources" ] || offer_archives "$(dirname "$WHEELHOUSE_RUNTIME")/sources"

# Through FUSE the build would be no quicker and no safer.
flatpak-builder --user --install --force-clean --disable-rofiles-fuse --disable-updates --default-branch=stable \
  --state-dir="$dir/state" --repo="$dir/repo" --jobs="${WHEELHOUSE_JOBS:-$(nproc)}" "$dir/build" "$manifest"
flatpak build-bundle "$dir/repo" "$dir/$id.flatpak" "$id" stable
