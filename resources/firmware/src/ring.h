/* The line's two buffers, for interrupts on one side and the program on the other. */
#ifndef RING_H
#define RING_H

#include <stdbool.h>
#include <stdint.h>

#include "limits.h"

/* 256 places, so that 8-bit counters wrap by themselves and are read in one instruction. */
struct receive_ring {
  volatile uint8_t head, tail;
  uint8_t bytes[256];
};

static inline bool receive_put(struct receive_ring *ring, uint8_t byte) {
  uint8_t next = (uint8_t)(ring->head + 1);
  if (next == ring->tail) return false;
  ring->bytes[ring->head] = byte;
  ring->head = next;
  return true;
}

static inline int16_t receive_take(struct receive_ring *ring) {
  uint8_t tail = ring->tail;
  if (tail == ring->head) return -1;
  uint8_t byte = ring->bytes[tail];
  ring->tail = (uint8_t)(tail + 1);
  return byte;
}

/* One more place than TRANSMIT_BYTES tells full from empty. */
struct transmit_ring {
  volatile uint16_t head, tail;
  uint8_t bytes[TRANSMIT_BYTES + 1];
};

static inline uint16_t transmit_after(uint16_t place) {
  return place == TRANSMIT_BYTES ? 0 : place + 1;
}

#endif
