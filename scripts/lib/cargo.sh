# Sourced by scripts that need a program which cargo installs; after steps.sh.

# cargo_tool NAME VERSION ABOUT FLAGS...: the debug profile builds three times as fast and is quick enough.
cargo_tool() {
  local name=$1 version=$2 about=$3
  shift 3
  local binary=${name%-cli}
  if [ "$(version_of "$binary")" = "$version" ]; then
    there "$binary $version"
    return
  fi
  step "$binary $version with cargo" "$about" install_from_root "$name" --version "$version" "$@" ||
    missing "$binary $version" "where cargo cannot reach crates.io, put the program itself into $tools/bin"
}

# From the root folder, so that no project's cargo settings apply.
install_from_root() {
  (cd / && CARGO_PROFILE_DEV_DEBUG=0 CARGO_INCREMENTAL=0 cargo install --quiet --debug --root "$tools" "$@")
}

# Some of cargo's own subcommands say their version only under their name.
version_of() {
  { "$tools/bin/$1" --version || "$tools/bin/$1" "${1#cargo-}" --version; } 2>/dev/null | awk 'NR == 1 { print $2 }'
}
