#!/usr/bin/env bash
# What this checkout changes in the plan of every stack, compared with another checkout:
#   .github/scripts/compare-plans.sh <other checkout> <output folder>
# Each side is planned by its own program. Writes <stack>.old.json, <stack>.new.json, summary.md (Markdown) and
# comment.txt (plain text). Ends with 1 when a plan of this checkout has errors or cannot be made.
set -euo pipefail

this="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
other="$(cd "$1" && pwd)"
mkdir -p "$2"
out="$(cd "$2" && pwd)"
status=0

stacks_in() {
  (cd "$1" && compgen -G 'Pulumi.*.yaml' | sed -e 's/^Pulumi\.//' -e 's/\.yaml$//') || true
}

# A plan with errors is a plan; a build that fails leaves no file.
plan() {
  local checkout="$1" stack="$2" file="$3" code=0
  rm -f "$file"
  (cd "$checkout" && ./build.sh plan "$stack" --format json --out "$file") || code=$?
  [ "$code" -le 1 ] && [ -s "$file" ]
}

# The exit code is 1 when the new plan has errors.
diff_in() {
  local format="$1" stack="$2" code=0
  (cd "$this" && ./build.sh plan diff "$out/$stack.old.json" "$out/$stack.new.json" --format "$format") || code=$?
  [ "$code" -eq 0 ] || status=1
  [ "$code" -le 1 ]
}

section() {
  local stack="$1"
  printf '\n## %s\n\n' "$stack" | tee -a "$out/summary.md" >>"$out/comment.txt"
}

say() {
  printf '%s\n' "$1" | tee -a "$out/summary.md" "$out/comment.txt"
}

compare() {
  local stack="$1" has_old=false has_new=false
  section "$stack"
  [ ! -f "$other/Pulumi.$stack.yaml" ] || has_old=true
  [ ! -f "$this/Pulumi.$stack.yaml" ] || has_new=true
  if ! $has_new; then
    say "Pulumi.$stack.yaml is removed. What the stack deployed stays until somebody destroys it."
  elif ! plan "$this" "$stack" "$out/$stack.new.json"; then
    say "No plan could be made of this change; the log of the run says why."
    status=1
  elif ! $has_old; then
    say "A new stack. Its plan is $stack.new.json in the run's artifact."
    ! has_errors "$out/$stack.new.json" || status=1
  elif ! plan "$other" "$stack" "$out/$stack.old.json"; then
    say "The target branch could not be planned, so there is nothing to compare with."
    ! has_errors "$out/$stack.new.json" || status=1
  elif ! diff_in markdown "$stack" >>"$out/summary.md" || ! diff_in text "$stack" >>"$out/comment.txt"; then
    say "The plans could not be compared; the log of the run says why."
  fi
}

has_errors() {
  if grep -q '"severity": *"error"' "$1"; then
    say "The plan has errors: see its findings."
  else
    return 1
  fi
}

: >"$out/summary.md"
: >"$out/comment.txt"
for stack in $({ stacks_in "$other"; stacks_in "$this"; } | sort -u); do
  compare "$stack"
done

exit "$status"
