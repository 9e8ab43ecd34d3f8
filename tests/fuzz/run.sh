#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: run.sh BUILD-DIRECTORY OUT-DIRECTORY SECONDS [FUZZER…]
#
# Gives each fuzzer its time, on the seeds of corpus/NAME and on what earlier runs found.
# New inputs and crashes stay in OUT-DIRECTORY; a crash is the exit status 1.

set -eu
build=$1 out=$2 seconds=$3
shift 3
here=$(dirname "$0")

if [ $# = 0 ]; then
    for program in "$build"/tests/fuzz/fuzz-*; do
        if [ -f "$program" ] && [ -x "$program" ]; then
            set -- "$@" "${program##*/fuzz-}"
        fi
    done
fi

status=0
for name in "$@"; do
    mkdir -p "$out/$name" "$out/crashes"
    seeds=$here/corpus/$name
    case $name in
        map) seeds="$seeds $here/../../resources/templates/*/ $here/../../data/examples" ;;
    esac
    echo "== $name, $seconds s"
    # shellcheck disable=SC2086 # one word per folder
    "$build/tests/fuzz/fuzz-$name" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=1024 \
        -max_len=65536 -print_final_stats=1 -artifact_prefix="$out/crashes/$name-" \
        "$out/$name" $seeds || status=1
done
exit $status
