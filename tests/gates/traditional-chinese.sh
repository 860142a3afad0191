#!/bin/bash
# traditional-chinese.sh: the traditional Chinese is what OpenCC makes of the simplified. Another release of OpenCC has
# other dictionaries, so only the pinned one is asked.
set -euo pipefail

[[ $(opencc --version) == *'Version: 1.1.9'* ]] || { echo 'another OpenCC than the pinned 1.1.9'; exit 77; }

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

for folder in po po/catalogue; do
  build-aux/traditional.py "$folder/zh_CN.po" po/zh_TW.phrases "$scratch/zh_TW.po"
  cmp "$scratch/zh_TW.po" "$folder/zh_TW.po" || { echo "$folder/zh_TW.po is behind zh_CN.po: run ./dev translate"; exit 1; }
done
