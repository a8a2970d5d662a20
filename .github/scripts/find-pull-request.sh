#!/usr/bin/env bash
# Finds the open pull request whose head is what the run planned, and the run's text for it. Writes number= and
# artifact= into $GITHUB_OUTPUT, or neither and says why. Reads GITHUB_REPOSITORY, RUN_ID, HEAD_SHA, HEAD_OWNER and
# HEAD_BRANCH: the branch's name is the author's, so it only ever travels as a parameter.
set -euo pipefail

# Compressed; the text of a difference is some kilobytes.
largest_artifact=262144

skip() {
  echo "$1"
  exit 0
}

[[ "$HEAD_SHA" =~ ^[0-9a-f]{40}$ ]] || { echo "HEAD_SHA is no commit: $HEAD_SHA" >&2; exit 1; }
[[ "$RUN_ID" =~ ^[0-9]+$ ]] || { echo "RUN_ID is no number: $RUN_ID" >&2; exit 1; }

# The event names no pull request when it comes from a fork.
number="$(gh api --method GET "repos/$GITHUB_REPOSITORY/pulls" -f state=open -f head="$HEAD_OWNER:$HEAD_BRANCH" \
  --jq "[.[] | select(.head.sha == \"$HEAD_SHA\" and .base.ref == .base.repo.default_branch) | .number][0] // empty")"
[ -n "$number" ] || skip 'No open pull request has this commit as its head: it has a newer one, or is closed.'

# A run that was started again has one per attempt; the newest has the largest number.
artifact="$(gh api --method GET "repos/$GITHUB_REPOSITORY/actions/runs/$RUN_ID/artifacts" -f name=plan-comment \
  --jq "[.artifacts[] | select(.size_in_bytes <= $largest_artifact) | .id] | max // empty")"
[ -n "$artifact" ] || skip "The run left no text of at most $largest_artifact bytes."

printf 'number=%s\nartifact=%s\n' "$number" "$artifact" >>"$GITHUB_OUTPUT"
