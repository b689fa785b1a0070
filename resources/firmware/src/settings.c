#include "settings.h"

#include <string.h>

#include "crc32.h"
#include "hal.h"

#define LAYOUT 1
#define BYTES (1 + 4 + 2 + 2 + SERIAL_BYTES)

struct settings settings;

void settings_default(void) {
  memset(&settings, 0, sizeof settings);
  settings.baud = 115200;
  settings.serial[0] = '0';
}

static void pack(uint8_t *bytes) {
  bytes[0] = LAYOUT;
  for (uint8_t i = 0; i < 4; i++) bytes[1 + i] = (uint8_t)(settings.baud >> (8 * i));
  for (uint8_t i = 0; i < 2; i++) bytes[5 + i] = (uint8_t)(settings.watchdog_s >> (8 * i));
  for (uint8_t i = 0; i < 2; i++) bytes[7 + i] = (uint8_t)(settings.frame_interval >> (8 * i));
  memcpy(bytes + 9, settings.serial, SERIAL_BYTES);
  uint32_t check = crc32_of(bytes, BYTES);
  for (uint8_t i = 0; i < 4; i++) bytes[BYTES + i] = (uint8_t)(check >> (8 * i));
}

static uint32_t word_at(const uint8_t *bytes, uint8_t count) {
  uint32_t value = 0;
  while (count-- > 0) value = value << 8 | bytes[count];
  return value;
}

/* A memory that was never written holds one byte everywhere. */
static bool is_empty(const uint8_t *bytes) {
  for (uint8_t i = 1; i < BYTES + 4; i++)
    if (bytes[i] != bytes[0]) return false;
  return true;
}

enum settings_memory settings_load(void) {
  uint8_t bytes[BYTES + 4];
  hal_settings_read(bytes, sizeof bytes);
  if (is_empty(bytes)) return SETTINGS_EMPTY;
  if (bytes[0] != LAYOUT || word_at(bytes + BYTES, 4) != crc32_of(bytes, BYTES))
    return SETTINGS_DAMAGED;
  settings.baud = word_at(bytes + 1, 4);
  settings.watchdog_s = (uint16_t)word_at(bytes + 5, 2);
  settings.frame_interval = (uint16_t)word_at(bytes + 7, 2);
  memcpy(settings.serial, bytes + 9, SERIAL_BYTES);
  settings.serial[SERIAL_BYTES - 1] = 0;
  return SETTINGS_KEPT;
}

bool settings_save(void) {
  uint8_t bytes[BYTES + 4], found[BYTES + 4];
  pack(bytes);
  hal_settings_write(bytes, sizeof bytes);
  hal_settings_read(found, sizeof found);
  return memcmp(bytes, found, sizeof bytes) == 0;
}
