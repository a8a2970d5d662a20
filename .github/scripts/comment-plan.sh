#!/usr/bin/env bash
# Writes the comment about the plan on a pull request, or replaces the one that is there:
#   .github/scripts/comment-plan.sh <text file>
# Reads GITHUB_REPOSITORY, PULL_REQUEST and RUN_URL. The text comes from whoever opened the pull request, so it is shown
# in a code block that it cannot leave: no mention, link, picture or HTML of it has an effect.
set -euo pipefail

marker='<!-- exchange-on-aws: plan -->'
# GitHub takes 65536 characters.
longest=60000

body="$(mktemp)"
trap 'rm -f "$body"' EXIT

# No backtick, so that the block does not end early; no control character but tab and line feed, and none that turns
# the direction of reading (U+202A to U+202E, U+2066 to U+2069).
clean() {
  head -c "$longest" "$1" | LC_ALL=C tr -d '\000-\010\013-\037\177' | LC_ALL=C tr '`' "'" \
    | LC_ALL=C sed -e $'s/\xe2\x80[\xaa-\xae]//g' -e $'s/\xe2\x81[\xa6-\xa9]//g'
}

{
  printf '%s\n### What this changes in the plan\n\n' "$marker"
  printf 'Made by the program of this pull request, without AWS. [Summary and complete plans](%s).\n\n' "$RUN_URL"
  printf '```text\n'
  clean "$1"
  printf '\n```\n'
  [ "$(wc -c <"$1")" -le "$longest" ] || printf '\nThe end is missing; the summary has all of it.\n'
} >"$body"

comments="repos/$GITHUB_REPOSITORY/issues/$PULL_REQUEST/comments"
existing="$(gh api --paginate "$comments" \
  --jq ".[] | select(.user.login == \"github-actions[bot]\" and (.body | startswith(\"$marker\"))) | .id")"
existing="${existing%%$'\n'*}"
if [ -n "$existing" ]; then
  gh api --silent --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$existing" -F body=@"$body"
else
  gh api --silent --method POST "$comments" -F body=@"$body"
fi
