#include "execute.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "board.h"
#include "command.h"
#include "mnemonic.h"
#include "params.h"

#define HEADER_BYTES 64

/* The header that was sent, with the path of the command before it. */
static uint8_t header[HEADER_BYTES];
static uint8_t path; /* how much of it is the path, last colon included */

static bool in_header(uint8_t c) {
  return mnemonic_is_letter(c) || (c >= '0' && c <= '9') || c == ':' || c == '*';
}

static const __flash struct command *find(const uint8_t *text, uint8_t length) {
  for (uint8_t i = 0; i < command_count; i++)
    if (mnemonic_is_header(commands[i].header, text, length)) return &commands[i];
  return NULL;
}

/* Puts the header behind the path; returns its length with the path, 0 if it is too long. */
static uint8_t compose(const uint8_t *text, uint8_t length) {
  if (length > 0 && *text == ':') {
    path = 0;
    text++;
    length--;
  }
  if (path + length > HEADER_BYTES) return 0;
  memcpy(header + path, text, length);
  return path + length;
}

static void keep_path(uint8_t length) {
  while (length > 0 && header[length - 1] != ':') length--;
  path = length;
}

static error_number run(const __flash struct command *command, bool query) {
  command_handler handler = query ? command->get : command->set;
  if (handler == NULL) return ERROR_HEADER;
  if (!query && (command->flags & IDLE) && board.learning) return ERROR_CONFLICT;
  TRY(handler(command));
  if (!query && (command->flags & ANEW)) board_anew();
  return 0;
}

static error_number execute_one(const uint8_t **at, const uint8_t *end, flash_text *where) {
  const uint8_t *start = *at;
  const __flash struct command *command;
  while (*at < end && in_header(**at)) (*at)++;
  uint8_t length = (uint8_t)(*at - start);
  bool query = *at < end && **at == '?';
  if (query) (*at)++;
  if (length == 0) return ERROR_SYNTAX;
  if (*at < end && **at != ' ' && **at != '\t' && **at != ';') return ERROR_SYNTAX;
  if (*start == '*') {
    command = find(start, length);
  } else {
    uint8_t whole = compose(start, length);
    command = whole > 0 ? find(header, whole) : NULL;
    keep_path(whole);
  }
  if (command == NULL) return ERROR_HEADER;
  *where = command->header;
  params_open(*at, end);
  TRY(run(command, query));
  *at = params_place();
  return 0;
}

void execute(const uint8_t *message, uint8_t length) {
  const uint8_t *at = message, *end = message + length;
  path = 0;
  for (;;) {
    while (at < end && (*at == ' ' || *at == '\t' || *at == ';')) at++;
    if (at == end) return;
    flash_text where = NULL;
    error_number number = execute_one(&at, end, &where);
    if (number != 0) {
      errors_push(number, where);
      return;
    }
  }
}
