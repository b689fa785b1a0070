#!/bin/sh
# The command line of Desynclab, run by the system's Node.
here=$(dirname "$(readlink -f "$0")")
needed=20.19
if ! command -v node >/dev/null 2>&1; then
  echo "desynclab: needs Node $needed or newer, and no node was found on the path." >&2
  echo "Install it (package nodejs of a recent system, or nodejs.org) and run the command again." >&2
  echo "The window does without: /opt/Desynclab/desynclab" >&2
  exit 127
fi
if ! node -e 'const [a, b] = process.versions.node.split("."); process.exit(a > 20 || (a == 20 && b >= 19) ? 0 : 1)'; then
  echo "desynclab: needs Node $needed or newer, and $(command -v node) is $(node --version)." >&2
  echo "Install a newer one (nodejs.org, nvm or fnm) and run the command again." >&2
  exit 1
fi
# Prints the report's PDF.
: "${DESYNCLAB_ELECTRON=$here/../../desynclab}"
export DESYNCLAB_ELECTRON
exec node "$here/out/main/cli.js" "$@"
