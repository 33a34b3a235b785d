#!/bin/sh
# Installs what is missing and nothing else: Debian packages first, then .venv from the hashed lock.
# usage: sh setup.sh [test] [bench]      The Makefile calls it; where nothing is missing it changes nothing.
set -eu
cd "$(dirname "$0")"

say() { printf '%s\n' "$@" >&2; }
stop() { say "$@"; exit 1; }

find_python() {
    for name in python3 python3.11 python3.12 python3.13; do
        if "$name" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$name"
            return
        fi
    done
}

# --- Debian packages: Qt comes in its wheel, these are the system libraries it opens --------------------------------
packages="libegl1 libgl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libglib2.0-0"
[ -z "${DISPLAY-}" ] || packages="$packages libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0"
[ -z "${WAYLAND_DISPLAY-}" ] || packages="$packages libwayland-cursor0 libwayland-egl1"
[ -n "$(find_python)" ] || packages="$packages python3-venv"
for purpose; do
    case $purpose in
        test) packages="$packages poppler-utils" ;;
        bench) packages="$packages chromium xvfb xauth" ;;
        *) stop "setup.sh knows 'test' and 'bench', not '$purpose'." ;;
    esac
done

if command -v dpkg-query >/dev/null; then
    missing=""
    for package in $packages; do
        dpkg-query -W -f '${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed || missing="$missing $package"
    done
    if [ -n "$missing" ]; then
        if [ "$(id -u)" = 0 ]; then
            as_root=""
        elif sudo -n true 2>/dev/null; then
            as_root="sudo -n"
        else
            stop "Debian packages are missing. Type this line, then start again:" \
                "  sudo apt-get update && sudo apt-get install --yes --no-install-recommends$missing"
        fi
        say "Installing Debian packages:$missing"
        $as_root apt-get -qq update
        $as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq install --yes --no-install-recommends $missing >/dev/null
    fi
else
    say "This is not Debian. Where the terminal does not start, install what belongs to: $packages"
fi

# --- Python packages: every file's hash is in the lock; wheels only, so that nothing is built or run on the way -------
python=$(find_python)
[ -n "$python" ] || stop "Python 3.11 or newer with venv is needed, and none was found. On Debian 12: apt-get install python3-venv"

if ! cat setup.sh requirements.lock pyproject.toml | cmp -s - .venv/installed-from; then
    say "Installing Python packages into .venv; the first time this takes about a minute."
    "$python" -m venv .venv
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements.lock
    # "compat" puts the folder itself on the path; the other way adds an import hook to each start of Python
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-index --no-deps --no-build-isolation \
        --config-settings editable_mode=compat --editable .
    .venv/bin/python -m compileall -q kiosk backend_client licensing_server
    cat setup.sh requirements.lock pyproject.toml >.venv/installed-from
fi
