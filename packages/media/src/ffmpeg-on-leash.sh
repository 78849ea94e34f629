#!/bin/sh
exec "$(dirname "$0")/on-leash.sh" ffmpeg "$@"
