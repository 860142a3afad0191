#!/bin/bash
# appstream.sh FILE: the metainfo is valid, strictly.
exec appstreamcli validate --no-net --strict --explain "$1"
