#include "reply.h"

#include <stdbool.h>

#include "crc32.h"
#include "hal.h"
#include "number.h"

/* A line that takes nothing for so long is gone: the rest of the reply is thrown away. */
#define PATIENCE_MS 2000

static bool open;
static bool gone;
static uint32_t crc;

void reply_byte(uint8_t byte) {
  if (gone) return;
  for (uint32_t start = hal_millis(); hal_room() == 0;) {
    hal_poll(false);
    hal_watchdog();
    gone = hal_millis() - start > PATIENCE_MS;
    if (gone) return;
  }
  hal_send(byte);
}

void reply_next(void) {
  if (open) reply_byte(';');
  open = true;
}

void reply_end(void) {
  if (open) reply_byte('\n');
  open = false;
  gone = false;
}

void reply_text(flash_text text) {
  for (; *text; text++) reply_byte((uint8_t)*text);
}

void reply_digits(uint32_t value) {
  if (value >= 10) reply_digits(value / 10);
  reply_byte((uint8_t)('0' + value % 10));
}

void reply_u32(uint32_t value) {
  reply_next();
  reply_digits(value);
}

void reply_i16(int16_t value) {
  reply_next();
  if (value < 0) reply_byte('-');
  reply_digits((uint32_t)(value < 0 ? -(int32_t)value : value));
}

void reply_float(float value) {
  char text[16];
  float_to_text(value, text);
  reply_next();
  for (const char *c = text; *c; c++) reply_byte((uint8_t)*c);
}

void reply_block_begin(char kind, uint16_t count) {
  reply_next();
  reply_block_inline(kind, count);
}

void reply_block_inline(char kind, uint16_t count) {
  uint16_t length = count + 6;
  uint8_t places = length > 9999 ? 5 : length > 999 ? 4 : length > 99 ? 3 : length > 9 ? 2 : 1;
  reply_byte('#');
  reply_byte((uint8_t)('0' + places));
  reply_digits(length);
  crc = CRC32_START;
  reply_block_byte((uint8_t)kind);
  reply_block_byte(1);
}

void reply_block_byte(uint8_t byte) {
  crc = crc32_add(crc, byte);
  reply_byte(byte);
}

void reply_block_bytes(const void *bytes, uint16_t count) {
  const uint8_t *at = bytes;
  for (uint16_t i = 0; i < count; i++) reply_block_byte(at[i]);
}

void reply_block_end(void) {
  uint32_t check = ~crc;
  for (uint8_t i = 0; i < 4; i++) reply_byte((uint8_t)(check >> (8 * i)));
}
