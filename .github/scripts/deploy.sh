#!/usr/bin/env bash
# pulumi up with an end:
#   .github/scripts/deploy.sh <stack> <minutes>
# Reads PULUMI_BACKEND_URL. When the time is over Pulumi gets the signal of Ctrl+C: it starts nothing more, writes its
# state and gives its lock back. A job that runs into its own limit would be killed, and leave both behind.
set -euo pipefail

stack="$1"
minutes="$2"
export PULUMI_SKIP_UPDATE_CHECK=true

# A step that Pulumi waits for takes one of its slots, four per processor without the option. With too few, steps wait
# for each other that need not, and the critical path of the plan does not hold.
parallel=64

# A backend of one's own gets the whole state, megabytes of it, after every resource.
export PULUMI_DIY_BACKEND_GZIP=true

pulumi login "$PULUMI_BACKEND_URL"

code=0
timeout --foreground --signal=INT --kill-after=10m "${minutes}m" \
  pulumi up --stack "$stack" --parallel "$parallel" --yes --non-interactive --suppress-outputs || code=$?

# 124: the time was over; 137: and ten minutes later Pulumi was still there.
if [ "$code" -eq 124 ] || [ "$code" -eq 137 ]; then
  echo "::error title=$stack was not finished::Stopped after $minutes minutes. Steps that are done stay done: run" \
    'this job again, and it goes on with the step that was waited for. docs/ci/README.md, "When it ends in the middle".'
fi

exit "$code"
