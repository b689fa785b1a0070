/* SYSTem, STATus, DIAGnostic. */
#include <stddef.h>
#include <string.h>

#include "arena.h"
#include "backend.h"
#include "board.h"
#include "command.h"
#include "hal.h"
#include "mnemonic.h"
#include "params.h"
#include "random.h"
#include "reply.h"
#include "settings.h"
#include "status.h"

#define TEXT_OF_(x) #x
#define TEXT_OF(x) TEXT_OF_(x)

HANDLER(system_error) {
  (void)self;
  TRY(params_end());
  flash_text where = NULL;
  error_number number = errors_pop(&where);
  reply_i16(number);
  reply_text(TEXT(",\""));
  reply_text(errors_text(number));
  if (where != NULL) {
    reply_byte(';');
    reply_text(where);
  }
  reply_byte('"');
  return 0;
}

static error_number reply_count(uint32_t value) {
  TRY(params_end());
  reply_u32(value);
  return 0;
}

static error_number reply_words(flash_text words) {
  TRY(params_end());
  reply_next();
  reply_text(words);
  return 0;
}

HANDLER(system_error_count) { (void)self; return reply_count(errors_count()); }
HANDLER(system_version) { (void)self; return reply_words(TEXT("1999.0")); }
HANDLER(system_protocol) { (void)self; return reply_words(TEXT(PROTOCOL_VERSION)); }
HANDLER(system_clock) { (void)self; return reply_count(hal_micros()); }
HANDLER(system_overrun) { (void)self; return reply_count(hal_lost()); }
HANDLER(system_baud_get) { (void)self; return reply_count(settings.baud); }

HANDLER(system_capability) {
  (void)self;
  TRY(params_end());
  reply_next();
  reply_text(TEXT("\"PROTOCOL=" PROTOCOL_VERSION " BACKEND="));
  for (flash_text c = backend_name(); *c; c++) reply_byte(mnemonic_upper((uint8_t)*c));
  reply_text(TEXT(" NODES=" TEXT_OF(MAX_NODES) " EDGES=" TEXT_OF(MAX_EDGES)
                  " ROLES=" TEXT_OF(MAX_ROLES) " EXAMPLES=" TEXT_OF(MAX_EXAMPLES)
                  " CLASSES=" TEXT_OF(MAX_CLASSES) " LEVELS=" TEXT_OF(MAX_LEVELS)
                  " MEMORY=" TEXT_OF(ARENA_BYTES) " MESSAGE=" TEXT_OF(MESSAGE_BYTES)
                  " BLOCK=" TEXT_OF(BLOCK_BYTES) " TRANSMIT=" TEXT_OF(TRANSMIT_BYTES)
                  " RULES=" RULE_WORDS " SCHEDULES=SYNC,BERN,RATE DRAWS=EPOC,REPL"
                  " LIVE=RULE:ETA,RULE:ALPH,RULE:LEV:STEP,SCH:TYPE,SCH:PROB,SCH:RATE:DATA,"
                  "SCH:COMP,BATC:SIZE,EDGE:STAT,TRIG:COUN\""));
  return 0;
}

/* Puts every header through `put`: as in the table, with '?' where it is a query. */
static void each_header(void (*put)(uint8_t)) {
  for (uint8_t i = 0; i < command_count; i++) {
    for (uint8_t query = 0; query < 2; query++) {
      if ((query ? commands[i].get : commands[i].set) == NULL) continue;
      for (flash_text c = commands[i].header; *c; c++) put((uint8_t)*c);
      if (query) put('?');
      put('\n');
    }
  }
}

static uint16_t header_bytes;
static void count_byte(uint8_t byte) {
  (void)byte;
  header_bytes++;
}

HANDLER(system_headers) {
  (void)self;
  TRY(params_end());
  header_bytes = 0;
  each_header(count_byte);
  reply_block_begin('H', header_bytes);
  each_header(reply_block_byte);
  reply_block_end();
  return 0;
}

HANDLER(system_serial) {
  (void)self;
  const uint8_t *text;
  uint8_t count;
  TRY(param_string(&text, &count));
  TRY(params_end());
  if (count == 0 || count >= SERIAL_BYTES) return ERROR_STRING;
  for (uint8_t i = 0; i < count; i++)
    if (!mnemonic_is_letter(text[i]) && text[i] != '-' && (text[i] < '0' || text[i] > '9'))
      return ERROR_STRING;
  memset(settings.serial, 0, SERIAL_BYTES);
  memcpy(settings.serial, text, count);
  return 0;
}

HANDLER(system_serial_get) {
  (void)self;
  TRY(params_end());
  reply_next();
  reply_byte('"');
  for (const char *c = settings.serial; *c; c++) reply_byte((uint8_t)*c);
  reply_byte('"');
  return 0;
}

HANDLER(system_baud) {
  (void)self;
  static const __flash uint32_t rates[] = {9600,   19200,  38400,  57600,
                                           115200, 250000, 500000, 1000000};
  uint32_t rate;
  TRY(param_u32(&rate, 9600, 1000000));
  TRY(params_end());
  for (uint8_t i = 0; i < sizeof rates / sizeof rates[0]; i++) {
    if (rates[i] != rate) continue;
    reply_end();
    settings.baud = rate;
    hal_set_baud(rate);
    return 0;
  }
  return ERROR_VALUE;
}

HANDLER(status_operation) {
  (void)self;
  TRY(params_end());
  reply_u32(status.operation_event);
  status.operation_event = 0;
  return 0;
}

HANDLER(status_operation_condition) {
  (void)self;
  return reply_count(board.learning ? OPERATION_LEARNING : 0);
}

HANDLER(status_zero) { (void)self; return reply_count(0); }

HANDLER(status_preset) {
  (void)self;
  TRY(params_end());
  status.operation_enable = 0;
  status.questionable_enable = 0;
  return 0;
}

HANDLER(diagnostic_memory) {
  (void)self;
  TRY(params_end());
  uint16_t spare = hal_stack_spare();
  reply_u32(arena_free());
  reply_byte(',');
  if (spare == 0xffff) {
    reply_text(TEXT("9.91E37"));
    return 0;
  }
  reply_digits(spare);
  return 0;
}

HANDLER(diagnostic_reset) {
  (void)self;
  switch (hal_start_cause()) {
    case START_EXTERNAL: return reply_words(TEXT("EXTERNAL"));
    case START_BROWNOUT: return reply_words(TEXT("BROWNOUT"));
    case START_WATCHDOG: return reply_words(TEXT("WATCHDOG"));
    default: return reply_words(TEXT("POWER"));
  }
}

HANDLER(diagnostic_random) {
  (void)self;
  uint32_t seed, stream, block, index;
  TRY(param_u32(&seed, 0, 0xfffffffful));
  TRY(param_u32(&stream, 1, 2));
  TRY(param_u32(&block, 0, 0xfffffffful));
  TRY(param_u32(&index, 0, 0xfffffffful));
  TRY(params_end());
  random_open(seed, (uint8_t)stream);
  random_seek(block);
  reply_u32(random_word(index));
  return 0;
}
