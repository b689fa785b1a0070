#include "arena.h"

#include <stddef.h>
#include <string.h>

#include "limits.h"

static uint8_t memory[ARENA_BYTES] __attribute__((aligned(4)));
static uint16_t taken;

void *arena_take(uint16_t count, uint8_t size) {
  uint32_t bytes = ((uint32_t)count * size + 3u) & ~3ul;
  if (bytes > (uint32_t)(ARENA_BYTES - taken)) return NULL;
  void *place = memory + taken;
  memset(place, 0, bytes);
  taken += (uint16_t)bytes;
  return place;
}

uint16_t arena_mark(void) { return taken; }
void arena_release(uint16_t mark) { taken = mark; }
uint16_t arena_free(void) { return ARENA_BYTES - taken; }
