#!/usr/bin/env bash
# Plan, test and measure ExchangeOnAws. Needs the .NET 10 SDK; what it needs beside that, NuGet brings.
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
choice="$root/obj/PulumiSdk.props"
stamp="$root/obj/built"
program="$root/obj/plan/ExchangeOnAws.dll"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

usage() {
  cat <<'TEXT'
usage: ./build.sh plan <stack> [--format text|json|html] [--out FILE]   show what pulumi up would create
       ./build.sh plan diff <old.json> <new.json>                       what a change would do; or <stack> <revision>
       ./build.sh test                                                  format check, build, all tests
       ./build.sh bench                                                 time and memory of the plan command
       ./build.sh rehearse <stack>                                      apply the plan to a simulated AWS
       ./build.sh rehearse <old> <new>                                  and what a change does; stacks or plans
TEXT
}

require_dotnet() {
  if ! command -v dotnet >/dev/null || ! (cd "$root" && dotnet --version >/dev/null 2>&1); then
    echo 'The .NET 10 SDK is not installed. Get it from https://dotnet.microsoft.com/download/dotnet/10.0' \
      'and run this again.' >&2
    exit 2
  fi
}

# The Pulumi packages where the feed has them, else the bindings in sdks/. The answer is kept in obj/ and also rules
# dotnet build and dotnet test; set PulumiSdk=packages or PulumiSdk=sdks in the environment to overrule it.
choose_sdk() {
  local log="$root/obj/restore.log" sdk="${PulumiSdk:-}"
  mkdir -p "$root/obj"
  if [ -f "$choice" ] && compgen -G "$root/obj/restored-${sdk:-*}" >/dev/null; then
    return
  fi

  rm -f "$root"/obj/restored-* "$stamp"
  if [ "$sdk" != sdks ] && restore packages >"$log" 2>&1; then
    sdk=packages
    touch "$root/obj/restored-packages"
  elif [ "$sdk" = packages ]; then
    cat "$log" >&2
    exit 1
  else
    fall_back "$log" "${sdk:-unasked}"
    sdk=sdks
  fi

  printf '<Project>\n  <PropertyGroup>\n    <PulumiSdk Condition="'\''$(PulumiSdk)'\'' == '\'''\''">%s</PulumiSdk>\n  </PropertyGroup>\n</Project>\n' "$sdk" >"$choice"
}

# A feed that does not answer may have them: that is not remembered, so that the next run asks again.
fall_back() {
  local log="$1" asked="$2" reason='The package feed lacks the Pulumi packages' is_final=true
  if [ "$asked" = unasked ] && ! grep -qE 'NU110[123].*Pulumi' "$log"; then
    reason='The package feed does not answer'
    is_final=false
  fi

  restore sdks >"$log" 2>&1 || { cat "$log" >&2; exit 1; }
  if [ "$asked" = unasked ]; then
    echo "$reason: building against sdks/, which can plan and test but not deploy." >&2
  fi

  ! $is_final || touch "$root/obj/restored-sdks"
}

restore() {
  (cd "$root" && dotnet restore ExchangeOnAws/ExchangeOnAws.csproj -p:PulumiSdk="$1")
}

# A build that finds nothing to do takes longer than the plan itself, so it is skipped when no source is newer.
# Compiled ahead of time the plan takes two thirds of the time; a feed without the compiler gives the slower one.
build_program() {
  if [ -f "$stamp" ] && [ -f "$program" ] && [ -z "$(newer_sources)" ]; then
    return
  fi

  local log="$root/obj/build.log"
  if ! publish --use-current-runtime -p:PublishReadyToRun=true >"$log" 2>&1; then
    if ! grep -q 'error NU1' "$log" || ! publish >"$log" 2>&1; then
      grep -E ' (error|warning) ' "$log" | sort -u >&2 || cat "$log" >&2
      exit 1
    fi
  fi
  touch "$stamp"
}

publish() {
  (cd "$root" && dotnet publish ExchangeOnAws/ExchangeOnAws.csproj --self-contained false -o obj/plan "$@")
}

newer_sources() {
  find "$root/ExchangeOnAws" "$root/sdks" "$root"/*.props "$root/global.json" "$choice" \
    \( -name bin -o -name obj -o -name node_modules \) -prune -o -newer "$stamp" -print | head -n 1
}

run_tests() {
  cd "$root"
  dotnet build ExchangeOnAws.slnx
  dotnet format whitespace ExchangeOnAws.slnx --no-restore --verify-no-changes
  dotnet test ExchangeOnAws.slnx --no-build
}

require_python() {
  if ! command -v python3 >/dev/null || ! python3 -c 'import sys; sys.exit(sys.version_info < (3, 10))'; then
    echo 'The rehearsal needs Python 3.10 or later as python3. Get it from https://www.python.org/downloads and' \
      'run: python3 -m pip install -r rehearsal/requirements.txt' >&2
    exit 2
  fi
}

command="${1:-}"
[ $# -eq 0 ] || shift
case "$command" in
  plan | bench)
    require_dotnet
    choose_sdk
    build_program
    exec dotnet "$program" "$command" "$@"
    ;;
  rehearse)
    require_dotnet
    require_python
    exec python3 "$root/rehearsal" "$@"
    ;;
  test)
    require_dotnet
    choose_sdk
    run_tests
    ;;
  *)
    usage >&2
    exit 2
    ;;
esac
