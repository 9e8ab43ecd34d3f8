#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: fetch-duckdb.sh DIRECTORY
#
# Puts libduckdb.so, of one version that is known by its sum, into DIRECTORY, by way of the npm
# registry, whose packages for Node.js carry it.

set -euo pipefail

version=1.5.6-r.1
case $(uname -m) in
    x86_64) machine=x64 sum=1b9f82478539bb9a1d1df44bd103121a12ae52142c07158dc52b97d2ec1d69ff ;;
    aarch64) machine=arm64 sum=3a45a6305b3235a781ed9de25aa795a3862acd042782d1f864e1bdb656de212b ;;
    *) echo "fetch-duckdb: there is none for $(uname -m)" >&2; exit 1 ;;
esac

mkdir -p "$1"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

name=node-bindings-linux-$machine
archive=$folder/duckdb.tgz
if ! timeout 120 python3 - "https://registry.npmjs.org/@duckdb/$name/-/$name-$version.tgz" \
    "$archive" 2> /dev/null << 'END'; then
import shutil
import sys
import urllib.request

with urllib.request.urlopen(sys.argv[1], timeout=30) as source, open(sys.argv[2], "wb") as file:
    shutil.copyfileobj(source, file)
END
    echo "fetch-duckdb: the npm registry cannot be reached" >&2
    exit 1
fi
if ! echo "$sum  $archive" | sha256sum --check --status; then
    echo "fetch-duckdb: $name is not what it was" >&2
    exit 1
fi
tar -xzf "$archive" -C "$folder" package/libduckdb.so
mv "$folder/package/libduckdb.so" "$1/libduckdb.so"
