#!/usr/bin/env bash
# One issue per stack that differs from what Pulumi left, or that could not be compared:
#   .github/scripts/report-drift.sh <folder with <stack>.result and <stack>.txt>
# Reads GITHUB_REPOSITORY and RUN_URL. An open issue is brought up to date; it is closed when the difference is gone.
set -euo pipefail

# GitHub takes 65536 characters.
longest=50000

body="$(mktemp)"
trap 'rm -f "$body"' EXIT

open_issue() {
  local number
  number="$(gh api --method GET "repos/$GITHUB_REPOSITORY/issues" -f state=open -f 'creator=github-actions[bot]' \
    -f per_page=100 --jq ".[] | select(.title == \"$1\") | .number")"
  echo "${number%%$'\n'*}"
}

write_body() {
  local stack="$1" result="$2" text="$3"
  if [ "$result" = drift ]; then
    printf 'AWS differs from what Pulumi left in `%s`. Either run `pulumi up --stack %s`, which brings the stack ' \
      "$stack" "$stack"
    printf 'back, or change the program and run `pulumi refresh --stack %s`.\n\n' "$stack"
  else
    printf '`%s` could not be compared with AWS. Mend what the text below names.\n\n' "$stack"
  fi
  printf 'Last looked at by [this run](%s).\n\n```text\n' "$RUN_URL"
  tail -c "$longest" "$text" | LC_ALL=C tr '`' "'"
  printf '\n```\n'
}

report() {
  local stack="$1" result="$2" text="$3" title issue
  title="Drift: $stack"
  issue="$(open_issue "$title")"
  if [ "$result" = none ]; then
    [ -z "$issue" ] || close "$issue"
    return
  fi

  write_body "$stack" "$result" "$text" >"$body"
  if [ -n "$issue" ]; then
    gh api --silent --method PATCH "repos/$GITHUB_REPOSITORY/issues/$issue" -F body=@"$body"
  else
    gh api --silent --method POST "repos/$GITHUB_REPOSITORY/issues" -f title="$title" -F body=@"$body"
  fi
}

close() {
  gh api --silent --method POST "repos/$GITHUB_REPOSITORY/issues/$1/comments" \
    -f body="The difference is gone: $RUN_URL"
  gh api --silent --method PATCH "repos/$GITHUB_REPOSITORY/issues/$1" -f state=closed
}

for file in "$1"/*.result; do
  [ -f "$file" ] || continue
  result="$(cat "$file")"
  [ "$result" = busy ] || report "$(basename "$file" .result)" "$result" "${file%.result}.txt"
done
