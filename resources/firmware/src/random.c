#include "random.h"

#define GOLDEN 0x9e3779b9ul
#define FIRST 0x7feb352dul
#define SECOND 0x846ca68bul

static uint32_t key0, key1, row0, row1;

/* A bijection with little bias (constants: C. Wellons, lowbias32). */
static uint32_t mix(uint32_t x) {
  x = (x ^ (x >> 16)) * FIRST;
  x = (x ^ (x >> 15)) * SECOND;
  return x ^ (x >> 16);
}

void random_open(uint32_t seed, uint8_t stream) {
  uint32_t tag = stream * 0x85ebca6bul;
  key0 = mix(mix(seed ^ GOLDEN) + tag);
  key1 = mix(mix(seed + tag) ^ (key0 * GOLDEN));
}

void random_seek(uint32_t block) {
  row0 = mix(mix(block ^ key0) + key1);
  row1 = mix(mix(block + key1) ^ key0);
}

uint32_t random_word(uint32_t index) {
  uint32_t x = (index + 1) * GOLDEN + row0;
  x = (x ^ (x >> 16)) * FIRST + row1;
  x = (x ^ (x >> 15)) * SECOND;
  return x ^ (x >> 16);
}

uint8_t random_below(uint8_t n, uint32_t *index) {
  uint32_t high = random_word((*index)++) >> 5;
  uint32_t low = random_word((*index)++) >> 6;
  uint64_t whole = ((uint64_t)high << 26) | low;
  return (uint8_t)((whole * n) >> 53);
}
