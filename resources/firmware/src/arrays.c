#include "arrays.h"

#include <string.h>

#include "params.h"
#include "reply.h"

error_number array_take(char kind, uint8_t size, uint16_t total, struct piece *piece) {
  uint32_t first;
  uint8_t bytes;
  TRY(param_u32(&first, 0, 65535));
  TRY(param_block(kind, &piece->bytes, &bytes));
  TRY(params_end());
  if (bytes % size != 0) return ERROR_BLOCK;
  if (total == 0) return ERROR_CONFLICT;
  piece->first = (uint16_t)first;
  piece->count = bytes / size;
  return first + piece->count > total ? ERROR_TOO_MUCH : 0;
}

error_number array_range(uint16_t total, struct piece *piece) {
  piece->first = 0;
  piece->count = total;
  if (params_more()) {
    uint32_t first, count;
    TRY(param_u32(&first, 0, total));
    TRY(param_u32(&count, 0, total - first));
    piece->first = (uint16_t)first;
    piece->count = (uint16_t)count;
  }
  return params_end();
}

error_number array_reply(char kind, uint8_t size, uint16_t total, const void *array) {
  struct piece piece;
  TRY(array_range(total, &piece));
  reply_block_begin(kind, piece.count * size);
  const uint8_t *bytes = array;
  reply_block_bytes(bytes + (uint32_t)piece.first * size, piece.count * size);
  reply_block_end();
  return 0;
}

uint32_t piece_number(const struct piece *piece, uint16_t i, uint8_t size) {
  const uint8_t *at = piece->bytes + i * size;
  uint32_t value = 0;
  while (size-- > 0) value = value << 8 | at[size];
  return value;
}

float piece_float(const struct piece *piece, uint16_t i) {
  uint32_t bits = piece_number(piece, i, 4);
  float value;
  memcpy(&value, &bits, 4);
  return value;
}
