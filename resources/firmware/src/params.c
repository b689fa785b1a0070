#include "params.h"

#include "config.h"
#include "crc32.h"
#include "mnemonic.h"
#include "number.h"

static const uint8_t *start_at, *at, *end;
static bool first;

static void skip_spaces(void) {
  while (at < end && (*at == ' ' || *at == '\t')) at++;
}

static bool finished(void) {
  skip_spaces();
  return at == end || *at == ';';
}

void params_open(const uint8_t *from, const uint8_t *to) {
  start_at = at = from;
  end = to;
  first = true;
}

const uint8_t *params_place(void) { return at; }
bool params_more(void) { return !finished(); }

void params_again(void) {
  at = start_at;
  first = true;
}

error_number params_end(void) {
  if (finished()) return 0;
  return first || *at == ',' ? ERROR_NOT_ALLOWED : ERROR_SYNTAX;
}

/* Goes to the next parameter. */
static error_number next(void) {
  if (finished()) return ERROR_MISSING;
  if (!first) {
    if (*at != ',') return ERROR_SYNTAX;
    at++;
    if (finished()) return ERROR_MISSING;
  }
  first = false;
  return *at == ',' ? ERROR_MISSING : 0;
}

static error_number read_decimal(struct decimal *number) {
  uint8_t length = decimal_read(at, (uint8_t)(end - at), number);
  if (length == 0) return ERROR_DATA_TYPE;
  at += length;
  return at < end && mnemonic_is_letter(*at) ? ERROR_DATA_TYPE : 0;
}

/* #H1F, #Q17, #B101 */
static error_number read_based(uint32_t *value) {
  uint8_t letter = at + 1 < end ? mnemonic_upper(at[1]) : 0;
  uint8_t bits = letter == 'H' ? 4 : letter == 'Q' ? 3 : letter == 'B' ? 1 : 0;
  if (bits == 0) return ERROR_DATA_TYPE;
  const uint8_t *start = at += 2;
  uint32_t sum = 0;
  for (; at < end; at++) {
    uint8_t c = mnemonic_upper(*at);
    uint8_t digit = c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'F' ? c - 'A' + 10 : 255;
    if (digit >= 1 << bits) break;
    if (sum >> (32 - bits)) return ERROR_RANGE;
    sum = sum << bits | digit;
  }
  if (at == start || (at < end && mnemonic_is_letter(*at))) return ERROR_DATA_TYPE;
  *value = sum;
  return 0;
}

error_number param_u32(uint32_t *value, uint32_t low, uint32_t high) {
  uint32_t found = 0;
  TRY(next());
  if (*at == '#') {
    TRY(read_based(&found));
  } else {
    struct decimal number;
    TRY(read_decimal(&number));
    if (!decimal_to_u32(&number, &found)) return ERROR_RANGE;
  }
  if (found < low || found > high) return ERROR_RANGE;
  *value = found;
  return 0;
}

error_number param_float(float *value, float low, float high) {
  struct decimal number;
  TRY(next());
  TRY(read_decimal(&number));
  float found = decimal_to_float(&number);
  if (!(found >= low && found <= high)) return ERROR_RANGE;
  *value = found;
  return 0;
}

error_number param_probability(uint32_t *limit, float *value) {
  struct decimal number;
  uint32_t billionths;
  TRY(next());
  TRY(read_decimal(&number));
  if (!decimal_to_billionths(&number, &billionths) || billionths == 0) return ERROR_RANGE;
  *value = decimal_to_float(&number);
  *limit = LIMIT_ALWAYS;
  if (billionths < 1000000000ul) *limit = (uint32_t)(((uint64_t)billionths << 32) / 1000000000ul);
  return 0;
}

static const uint8_t *word_end(void) {
  const uint8_t *stop = at;
  while (stop < end && (mnemonic_is_letter(*stop) || (stop > at && *stop >= '0' && *stop <= '9')))
    stop++;
  return stop;
}

error_number param_word(flash_text words, uint8_t *number) {
  TRY(next());
  const uint8_t *stop = word_end();
  if (stop == at) return ERROR_DATA_TYPE;
  int8_t found = mnemonic_choose(words, at, (uint8_t)(stop - at));
  if (found < 0) return ERROR_VALUE;
  at = stop;
  *number = (uint8_t)found;
  return 0;
}

error_number param_bool(uint8_t *value) {
  TRY(next());
  bool is_word = mnemonic_is_letter(*at);
  params_again();
  if (is_word) return param_word(TEXT("OFF|ON"), value);
  uint32_t number;
  TRY(param_u32(&number, 0, 1));
  *value = (uint8_t)number;
  return 0;
}

static error_number read_channel(uint8_t limit, uint8_t *channel) {
  struct decimal number;
  uint32_t found;
  skip_spaces();
  TRY(read_decimal(&number));
  if (!decimal_to_u32(&number, &found) || found >= limit) return ERROR_RANGE;
  *channel = (uint8_t)found;
  skip_spaces();
  return 0;
}

error_number param_list(uint8_t *items, uint8_t *count, uint8_t places, uint8_t limit) {
  uint8_t used = 0;
  TRY(next());
  if (end - at < 2 || at[0] != '(' || at[1] != '@') return ERROR_DATA_TYPE;
  at += 2;
  skip_spaces();
  while (at < end && *at != ')') {
    uint8_t from, to;
    TRY(read_channel(limit, &from));
    to = from;
    if (at < end && *at == ':') {
      at++;
      TRY(read_channel(limit, &to));
    }
    if (to < from) return ERROR_RANGE;
    for (uint8_t i = from;; i++) {
      if (used == places) return ERROR_TOO_MUCH;
      items[used++] = i;
      if (i == to) break;
    }
    if (at == end || (*at != ',' && *at != ')')) return ERROR_SYNTAX;
    if (*at == ',') {
      at++;
      skip_spaces();
      if (at == end || *at == ')') return ERROR_SYNTAX;
    }
  }
  if (at == end) return ERROR_SYNTAX;
  at++;
  *count = used;
  return 0;
}

error_number param_block(char kind, const uint8_t **payload, uint8_t *count) {
  uint16_t length = 0;
  TRY(next());
  if (end - at < 2 || *at != '#' || at[1] < '1' || at[1] > '9') return ERROR_DATA_TYPE;
  uint8_t digits = at[1] - '0';
  at += 2;
  if (end - at < digits) return ERROR_BLOCK;
  for (; digits > 0; digits--) length = length * 10 + (*at++ - '0');
  if (end - at < (int16_t)length) return ERROR_BLOCK;
  const uint8_t *data = at;
  at += length;
  if (length < 6 || data[0] != (uint8_t)kind) return ERROR_BLOCK;
  uint32_t check = 0;
  for (uint8_t i = 4; i-- > 0;) check = check << 8 | data[length - 4 + i];
  if (check != crc32_of(data, length - 4)) return ERROR_BLOCK;
  if (data[1] != 1) return ERROR_VALUE;
  if (length - 6 > BLOCK_BYTES) return ERROR_TOO_MUCH;
  *payload = data + 2;
  *count = (uint8_t)(length - 6);
  return 0;
}

error_number param_string(const uint8_t **text, uint8_t *count) {
  TRY(next());
  uint8_t quote = *at;
  if (quote != '"' && quote != '\'') return ERROR_DATA_TYPE;
  const uint8_t *start = ++at;
  while (at < end && *at != quote) at++;
  if (at == end) return ERROR_STRING;
  *text = start;
  *count = (uint8_t)(at - start);
  at++;
  return 0;
}
