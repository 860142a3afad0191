#!/bin/bash
# merge.sh MSGFMT POFOLDER TEMPLATE OUTPUT desktop|xml [SEPARATOR]: TEMPLATE with its words in all languages.
#
# In XML msgfmt calls the languages zh-Hans-CN and zh-Hant-TW, which nobody looks for: software centres want zh-CN,
# others may want zh_CN. The SEPARATOR says which.
set -euo pipefail

msgfmt=$1 folder=$2 template=$3 output=$4 type=$5 separator=${6:-}

"$msgfmt" "--$type" -d "$folder" --template "$template" --output-file "$output"
[ "$type" != xml ] || sed -Ei "s/(xml:lang=\"zh)[-_](Han[st][-_])?(CN|TW)\"/\\1$separator\\3\"/" "$output"
