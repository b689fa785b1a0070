/* The common commands of IEEE 488.2. */
#include <string.h>

#include "backend.h"
#include "board.h"
#include "command.h"
#include "crc32.h"
#include "hal.h"
#include "params.h"
#include "random.h"
#include "reply.h"
#include "settings.h"
#include "status.h"

HANDLER(common_cls) {
  (void)self;
  TRY(params_end());
  status_clear();
  return 0;
}

static error_number set_mask(uint8_t *mask) {
  uint32_t value;
  TRY(param_u32(&value, 0, 255));
  TRY(params_end());
  *mask = (uint8_t)value;
  return 0;
}

HANDLER(common_ese) { return set_mask(self->place); }
HANDLER(common_sre) { return set_mask(self->place); }

HANDLER(common_esr) {
  (void)self;
  TRY(params_end());
  reply_u32(status.event);
  status.event = 0;
  return 0;
}

HANDLER(common_stb) {
  (void)self;
  TRY(params_end());
  reply_u32(status_byte());
  return 0;
}

HANDLER(common_idn) {
  (void)self;
  TRY(params_end());
  reply_next();
  reply_text(TEXT("Desynclab,Board "));
  reply_text(backend_name());
  reply_text(hal_name());
  reply_byte(',');
  for (const char *c = settings.serial; *c; c++) reply_byte((uint8_t)*c);
  reply_text(TEXT("," FIRMWARE_VERSION));
  return 0;
}

HANDLER(common_opc) {
  (void)self;
  TRY(params_end());
  if (board.learning) status.complete_wanted = true;
  else status_event(EVENT_COMPLETE);
  return 0;
}

/* While a run is under way the answer comes when it ends: see status_run_ended. */
HANDLER(common_opc_get) {
  (void)self;
  TRY(params_end());
  if (!board.learning) reply_u32(1);
  else if (status.complete_asked < 255) status.complete_asked++;
  return 0;
}

HANDLER(common_rst) {
  (void)self;
  TRY(params_end());
  board_reset();
  return 0;
}

HANDLER(common_wai) {
  (void)self;
  return params_end();
}

/* Known words, the check value of the CRC, known roundings: what bit agreement rests on. */
HANDLER(common_tst) {
  (void)self;
  TRY(params_end());
  uint8_t failed = 0;
  random_open(1, STREAM_SCHEDULE);
  random_seek(1);
  if (random_word(0) != 0xfe71c115ul) failed |= 1;
  const uint8_t digits[] = {'1', '2', '3', '4', '5', '6', '7', '8', '9'};
  if (crc32_of(digits, sizeof digits) != 0xcbf43926ul) failed |= 2;
  volatile float one = 1.0f, three = 3.0f, ten = 10.0f;
  float quotient = one / three, product = (one / ten) * (one / ten);
  uint32_t bits[2];
  memcpy(&bits[0], &quotient, 4);
  memcpy(&bits[1], &product, 4);
  if (bits[0] != 0x3eaaaaabul || bits[1] != 0x3c23d70bul) failed |= 4;
  struct settings kept = settings;
  if (settings_load() == SETTINGS_DAMAGED) failed |= 8;
  settings = kept;
  reply_u32(failed);
  return 0;
}

static error_number only_place(void) {
  uint32_t place;
  TRY(param_u32(&place, 0, 0));
  return params_end();
}

HANDLER(common_sav) {
  (void)self;
  TRY(only_place());
  return settings_save() ? 0 : ERROR_HARDWARE;
}

HANDLER(common_rcl) {
  (void)self;
  TRY(only_place());
  enum settings_memory found = settings_load();
  if (found == SETTINGS_DAMAGED) return ERROR_SETTINGS;
  if (found == SETTINGS_EMPTY) settings_default();
  hal_set_baud(settings.baud);
  return 0;
}
