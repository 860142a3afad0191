#!/bin/bash
# schemas.sh: the settings schema is valid, strictly.
exec glib-compile-schemas --strict --dry-run data
