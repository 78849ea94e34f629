#!/bin/sh
# Runs ffmpeg so that it ends with its parent: of a worker that was killed it would go on for hours. Linux alone can do it.
if setpriv --pdeathsig KILL true 2>/dev/null; then exec setpriv --pdeathsig KILL ffmpeg "$@"; fi
exec ffmpeg "$@"
