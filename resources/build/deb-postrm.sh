#!/bin/sh
set -e
refresh() { if command -v "$1" >/dev/null 2>&1; then "$@" || echo "desynclab: $1 failed; it matters to the menu only" >&2; fi; }
if [ "$1" = remove ] || [ "$1" = purge ]; then
  refresh update-desktop-database -q
  if [ -d /usr/share/mime/packages ]; then refresh update-mime-database /usr/share/mime; fi
  refresh gtk-update-icon-cache -q -t -f /usr/share/icons/hicolor
fi
