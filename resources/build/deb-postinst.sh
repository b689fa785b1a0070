#!/bin/sh
set -e
# The desktop learns of the app, its file kinds and its rule where it has the tools.
refresh() { if command -v "$1" >/dev/null 2>&1; then "$@" || echo "desynclab: $1 failed; it matters to the menu only" >&2; fi; }
if [ "$1" = configure ]; then
  refresh update-desktop-database -q
  refresh update-mime-database /usr/share/mime
  refresh gtk-update-icon-cache -q -t -f /usr/share/icons/hicolor
  if [ -d /run/udev ]; then refresh udevadm control --reload-rules; fi
fi
