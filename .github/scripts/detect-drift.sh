#!/usr/bin/env bash
# Asks AWS whether a stack is still what Pulumi left:
#   .github/scripts/detect-drift.sh <stack> <output folder>
# Reads PULUMI_BACKEND_URL and GITHUB_REPOSITORY. Writes <stack>.result (none, drift, failed or busy) and <stack>.txt.
# Ends with 1 for drift and failed. Secrets are left out: AWS looks at one by reading its value, which the role may not.
set -euo pipefail

stack="$1"
out="$2"
export PULUMI_SKIP_UPDATE_CHECK=true
mkdir -p "$out"

finish() {
  echo "$1" >"$out/$stack.result"
  case "$1" in
    none | busy) exit 0 ;;
    *) exit 1 ;;
  esac
}

# What a deployment is about to write into the state would look like drift.
running="$(gh api --method GET "repos/$GITHUB_REPOSITORY/actions/workflows/deploy.yaml/runs" -f status=in_progress \
  --jq .total_count)"
if [ "$running" -gt 0 ]; then
  echo "::notice title=$stack was not compared::A deployment is running." | tee "$out/$stack.txt"
  finish busy
fi

code=0
{
  pulumi login "$PULUMI_BACKEND_URL" \
    && pulumi refresh --stack "$stack" --preview-only --expect-no-changes --diff --non-interactive --color never \
      --suppress-outputs --exclude '**aws-native:secretsmanager:Secret::**'
} >"$out/$stack.txt" 2>&1 || code=$?
cat "$out/$stack.txt"

# Pulumi's exit code does not tell a difference from a failure, its last line does.
if [ "$code" -eq 0 ]; then
  finish none
elif grep -q 'no changes were expected' "$out/$stack.txt"; then
  finish drift
else
  finish failed
fi
