#!/bin/bash
# No script has a fault that shellcheck knows.
set -euo pipefail

mapfile -t scripts < <(find build-aux tests -name '*.sh' | sort)
exec shellcheck dev .ci/run "${scripts[@]}"
