#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "board.h"
#include "host.h"

static int usage(void) {
  fprintf(stderr, "usage: desynclab-board [--pty] [--lossy] [--rate BYTES/S] [--settings FILE]\n");
  return 2;
}

int main(int count, char **words) {
  struct host_options options = {0};
  for (int i = 1; i < count; i++) {
    const char *value = i + 1 < count ? words[i + 1] : NULL;
    if (strcmp(words[i], "--pty") == 0) {
      options.pty = true;
    } else if (strcmp(words[i], "--lossy") == 0) {
      options.lossy = true;
    } else if (strcmp(words[i], "--rate") == 0 && value != NULL) {
      options.rate = (uint32_t)strtoul(value, NULL, 10);
      i++;
    } else if (strcmp(words[i], "--settings") == 0 && value != NULL) {
      options.settings = value;
      i++;
    } else {
      return usage();
    }
  }
  host_configure(&options);
  board_start();
  for (;;) board_turn();
}
