#!/bin/bash
# catalogue-format.sh: the JSON of the catalogue is laid out as `./dev format` does it.
set -euo pipefail

find data/catalogue -name '*.json' -exec build-aux/format-catalogue.py --check {} +
