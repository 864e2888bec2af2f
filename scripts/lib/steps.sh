# Sourced by the scripts beside this folder: how a step is announced and timed, and where the tools are kept.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
tools=${HUIQI_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/huiqi}

# step WHAT ABOUT CMD...: says what is done and about how long it takes, does it, says how long it took.
step() {
  local what=$1 about=$2 began=$SECONDS
  shift 2
  echo "==> $what (about $about)"
  "$@" || { echo "--> failed after $((SECONDS - began)) s: $what" >&2; return 1; }
  echo "--> $((SECONDS - began)) s: $what"
}

# there WHAT: a step that has nothing left to do.
there() { echo "==> $1: there already"; }

# missing WHAT ADVICE: something that cannot be installed from here.
missing() {
  echo "missing: $1" >&2
  echo "   what to do: $2" >&2
  exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }
