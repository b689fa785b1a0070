#include "message.h"

#include <stddef.h>

#include "errors.h"
#include "execute.h"
#include "hal.h"
#include "limits.h"
#include "reply.h"

/* A block that stops for so long is given up. */
#define BLOCK_SILENCE_MS 1000

enum state { IN_TEXT, IN_STRING, AFTER_HASH, IN_LENGTH, IN_BLOCK, DISCARDING };

static uint8_t buffer[MESSAGE_BYTES];
static uint8_t length;
static enum state state;
static uint8_t quote;         /* of the string */
static uint8_t digits_left;   /* of the block's length */
static uint16_t bytes_left;   /* of the block */
static uint32_t last_byte_ms; /* of the block */
static uint32_t last_message_ms;

static void begin(void) {
  length = 0;
  state = IN_TEXT;
}

static void give_up(error_number number) {
  errors_push(number, NULL);
  state = DISCARDING;
}

static void finish(void) {
  if (state == IN_STRING) {
    errors_push(ERROR_STRING, NULL);
  } else if (state == AFTER_HASH || state == IN_LENGTH) {
    errors_push(ERROR_BLOCK, NULL);
  } else if (state != DISCARDING && length > 0) {
    last_message_ms = hal_millis();
    execute(buffer, length);
    reply_end();
  }
  begin();
}

static void after_hash(uint8_t byte) {
  if (byte == '0') {
    give_up(ERROR_BLOCK);
  } else if (byte >= '1' && byte <= '9') {
    digits_left = byte - '0';
    bytes_left = 0;
    state = IN_LENGTH;
  } else {
    state = IN_TEXT; /* #H, #Q, #B */
  }
}

static void in_length(uint8_t byte) {
  if (byte < '0' || byte > '9') {
    give_up(ERROR_BLOCK);
    return;
  }
  bytes_left = bytes_left * 10 + (byte - '0');
  if (bytes_left > MESSAGE_BYTES) {
    give_up(ERROR_TOO_MUCH);
    return;
  }
  if (--digits_left > 0) return;
  /* The terminator must fit too. */
  if (bytes_left + length >= MESSAGE_BYTES) give_up(ERROR_TOO_MUCH);
  else state = bytes_left > 0 ? IN_BLOCK : IN_TEXT;
}

static void in_text(uint8_t byte) {
  if (state == IN_STRING) {
    if (byte == quote) state = IN_TEXT;
  } else if (byte == '"' || byte == '\'') {
    quote = byte;
    state = IN_STRING;
  } else if (byte == '#') {
    state = AFTER_HASH;
  }
}

static bool ends(uint8_t byte) { return byte == '\n' || byte == '\r'; }

/* Returns whether a message was finished. */
static bool take(uint8_t byte) {
  if (state != IN_BLOCK && ends(byte)) {
    finish();
    return true;
  }
  if (state == DISCARDING) return false;
  if (length == MESSAGE_BYTES - 1) {
    give_up(ERROR_TOO_MUCH);
    return false;
  }
  last_byte_ms = hal_millis();
  if (state == IN_BLOCK) {
    buffer[length++] = byte;
    if (--bytes_left == 0) state = IN_TEXT;
    return false;
  }
  if (byte != '\t' && (byte < 32 || byte > 126)) {
    give_up(ERROR_INVALID_CHARACTER);
    return false;
  }
  buffer[length++] = byte;
  if (state == AFTER_HASH) after_hash(byte);
  else if (state == IN_LENGTH) in_length(byte);
  else in_text(byte);
  return false;
}

/* After an overrun nobody knows what is missing: thrown away up to the next terminator. */
static void check_line(void) {
  uint8_t faults = hal_faults();
  if (faults & FAULT_PARITY) give_up(ERROR_PARITY);
  if (faults & FAULT_FRAMING) give_up(ERROR_FRAMING);
  if (faults & FAULT_OVERRUN) give_up(ERROR_OVERRUN);
}

void message_poll(void) {
  check_line();
  for (int16_t byte; (byte = hal_receive()) >= 0;)
    if (take((uint8_t)byte)) return;
  bool in_block = state == IN_BLOCK || state == IN_LENGTH;
  if (in_block && hal_millis() - last_byte_ms > BLOCK_SILENCE_MS) {
    errors_push(ERROR_TIMEOUT, NULL);
    begin();
  }
}

uint32_t message_time(void) { return last_message_ms; }
