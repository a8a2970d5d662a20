#!/usr/bin/env bash
# Says which of the repository's or environment's variables are not set, and writes ready=true or ready=false:
#   .github/scripts/check-variables.sh NAME=value ...
# A repository without them, such as a new one or a fork, skips what needs them and stays green.
set -euo pipefail

missing=()
for variable in "$@"; do
  [ -n "${variable#*=}" ] || missing+=("${variable%%=*}")
done

if [ "${#missing[@]}" -eq 0 ]; then
  echo 'ready=true' >>"$GITHUB_OUTPUT"
  exit 0
fi

message="Skipped: not set in the repository's settings: ${missing[*]}. docs/ci/README.md says what belongs there."
echo "::notice title=Nothing was asked of AWS::$message"
echo "$message" >>"$GITHUB_STEP_SUMMARY"
echo 'ready=false' >>"$GITHUB_OUTPUT"
