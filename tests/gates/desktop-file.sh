#!/bin/bash
# desktop-file.sh FILE: the desktop file is valid.
exec desktop-file-validate "$1"
