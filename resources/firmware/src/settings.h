/* Settings of the line and of the unit, kept in non-volatile memory with a checksum. */
#ifndef SETTINGS_H
#define SETTINGS_H

#include <stdbool.h>
#include <stdint.h>

#include "limits.h"

struct settings {
  uint32_t baud;
  uint16_t watchdog_s;     /* 0: off */
  uint16_t frame_interval; /* 0: the board chooses */
  char serial[SERIAL_BYTES];
};

extern struct settings settings;

enum settings_memory { SETTINGS_KEPT, SETTINGS_EMPTY, SETTINGS_DAMAGED };

/* Takes them from the memory; otherwise they stay as they are. */
enum settings_memory settings_load(void);
void settings_default(void);
/* False if the memory does not keep them. */
bool settings_save(void);

#endif
