#!/bin/bash
# Installs what is missing for the tasks named: build, papers, test, bench. Does nothing when nothing is missing.
set -euo pipefail
cd "$(dirname "$0")/.."

packages() {
    local missing=()
    for name in "$@"; do
        dpkg-query -W -f '${Status}' "$name" 2>/dev/null | grep -q 'ok installed' || missing+=("$name")
    done
    if ((${#missing[@]} == 0)); then return; fi
    local as_root=()
    if ((EUID != 0)); then as_root=(sudo); fi
    echo "installing from Debian: ${missing[*]}"
    "${as_root[@]}" apt-get update -qq
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        "${missing[@]}" >/dev/null
}

# A virtual environment of the project, made anew when its list of packages has changed.
environment() {
    local folder=$1 list=$2
    if [[ -f $folder/installed && $(<"$folder/installed") == "$(<"$list")" ]]; then return; fi
    echo "installing from PyPI: $(tr '\n' ' ' <"$list")"
    rm -rf "$folder"
    python3 -m venv "$folder"
    "$folder/bin/pip" install -q --disable-pip-version-check -r "$list"
    cp "$list" "$folder/installed"
}

command -v swift >/dev/null || { echo "Swift 6.2 or later is needed: https://www.swift.org/install" >&2; exit 1; }
for task in "$@"; do
    case $task in
    build) packages zlib1g-dev libssl-dev libpq-dev libsqlite3-dev libturbojpeg0-dev libpng-dev libcurl4-openssl-dev \
        libxlsxwriter-dev libzip-dev libxml2-dev ;;
    papers)
        packages python3-venv
        environment .venv-papers Scripts/papers.txt
        ;;
    test)
        packages python3-venv chromium fonts-dejavu-core poppler-utils postgresql-15 golang-go golang-golang-x-mod-dev \
            libreoffice-calc-nogui
        environment .venv Tests/Browser/requirements.txt
        ;;
    bench)
        packages python3-venv postgresql-15
        environment .venv-bench Benchmarks/requirements.txt
        ;;
    *) echo "usage: $0 [build] [papers] [test] [bench]" >&2; exit 2 ;;
    esac
done
