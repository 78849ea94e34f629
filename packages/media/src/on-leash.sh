#!/bin/sh
# Runs a command so that it ends with its parent: of a worker that was killed it would go on for hours. Linux alone can do it.
# Its memory is bounded by three quarters of the machine's, and by 8 GiB: no picture and no video that is let in needs more, and one that
# does fails by itself instead of taking the worker along.
most=8388608
read -r _ total _ 2>/dev/null < /proc/meminfo && [ "$((total / 4 * 3))" -lt "$most" ] && most=$((total / 4 * 3))
ulimit -d "$most" 2>/dev/null
if setpriv --pdeathsig KILL true 2>/dev/null; then exec setpriv --pdeathsig KILL "$@"; fi
exec "$@"
