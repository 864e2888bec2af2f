# Sourced by scripts/setup: what comes from the system's package manager.

# packages WHAT ABOUT PACKAGE...: installs those Debian packages, or says who must.
packages() {
  local what=$1 about=$2
  shift 2
  if [ $# -eq 0 ]; then
    there "$what"
    return
  fi
  local advice="install these Debian packages, or what your system calls them: $*"
  have apt-get || missing "$what" "$advice"
  local as_root=()
  if [ "$(id -u)" != 0 ]; then
    have sudo || missing "root rights to install $what" "$advice"
    as_root=(sudo)
  fi
  step "$what: $*" "$about" apt_install "${as_root[@]}" || missing "$what" "$advice"
}

apt_install() {
  "$@" apt-get -qq update &&
    "$@" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0 install -y --no-install-recommends \
      "${wanted[@]}" >"$tools/apt.log" 2>&1 || { tail -n 5 "$tools/apt.log" >&2; return 1; }
}

# want COMMAND PACKAGE...: notes the packages if the command is not there.
want() {
  have "$1" || wanted+=("${@:2}")
}

build_packages() {
  wanted=()
  want cc gcc libc6-dev
  want node nodejs
  want npm npm
  want wasm-validate wabt
  packages "compiler, node and wabt" "30 s" "${wanted[@]}"
}

browser_packages() {
  wanted=()
  want python3 python3
  want chromium chromium
  want chromedriver chromium-driver
  want firefox-esr firefox-esr
  want WebKitWebDriver webkit2gtk-driver
  want xvfb-run xvfb xauth
  # Reads what was printed.
  want pdftotext poppler-utils
  # Without a font with Chinese every screenshot is full of boxes.
  if ! have fc-list || [ -z "$(fc-list :lang=zh)" ]; then wanted+=(fontconfig fonts-wqy-microhei); fi
  packages "browsers, drivers and a Chinese font" "60 s" "${wanted[@]}"
}

debian_rust_packages() {
  wanted=()
  local package
  for package in rustc-web cargo-web rust-web-src rust-web-clippy lld-22; do
    [ "$(dpkg-query -W -f '${Status}' "$package" 2>/dev/null)" = "install ok installed" ] || wanted+=("$package")
  done
  packages "Debian's Rust for wasm" "40 s" "${wanted[@]}"
}
