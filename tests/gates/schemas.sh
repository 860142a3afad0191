#!/bin/bash
# schemas.sh FILE: the settings schema is valid, strictly.
exec glib-compile-schemas --strict --dry-run "$(dirname "$1")"
