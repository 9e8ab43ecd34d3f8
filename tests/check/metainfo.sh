#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: metainfo.sh FILE
#
# What software centres show must be without errors and warnings; the one of newer versions
# that there is no homepage is true.

appstreamcli validate --no-net "$1" | tee /dev/stderr |
    grep -E '^[EW]: ' | grep -v -q -F url-homepage-missing && exit 1
exit 0
