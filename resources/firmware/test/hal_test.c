#include "hal_test.h"

#include <string.h>

#include "hal.h"
#include "ring.h"

static struct receive_ring received;
static uint8_t sent[65536];
static uint32_t sent_count;
static uint16_t held;
static bool flows = true;
static uint8_t faults;
static uint32_t lost, micros, fed;
static enum start_cause cause = START_POWER;
static uint8_t memory[256];

void line_put(const void *bytes, uint16_t count) {
  const uint8_t *at = bytes;
  for (uint16_t i = 0; i < count; i++) {
    if (receive_put(&received, at[i])) continue;
    faults |= FAULT_OVERRUN;
    lost++;
  }
}

uint16_t line_take(uint8_t *into, uint16_t most) {
  uint16_t count = sent_count < most ? (uint16_t)sent_count : most;
  memcpy(into, sent, count);
  sent_count = 0;
  held = 0;
  return count;
}

void line_fault(uint8_t bits) { faults |= bits; }
void line_flows(bool yes) { flows = yes; }
void clock_add(uint32_t milliseconds) { micros += milliseconds * 1000; }
uint8_t *settings_memory(void) { return memory; }
void start_by(enum start_cause next) { cause = next; }
uint32_t watchdog_fed(void) { return fed; }

/* What is in the memory outlives a start. */
void hal_start(void) {
  static bool delivered;
  if (!delivered) memset(memory, 0xff, sizeof memory);
  delivered = true;
}
/* Time goes on where somebody waits for it. */
void hal_poll(bool idle) {
  (void)idle;
  micros += 100;
}
int16_t hal_receive(void) { return receive_take(&received); }
uint8_t hal_faults(void) {
  uint8_t found = faults;
  faults = 0;
  return found;
}
uint32_t hal_lost(void) { return lost; }
uint16_t hal_room(void) { return flows ? TRANSMIT_BYTES : TRANSMIT_BYTES - held; }
void hal_send(uint8_t byte) {
  if (!flows) held++;
  if (sent_count < sizeof sent) sent[sent_count++] = byte;
}
void hal_set_baud(uint32_t baud) { (void)baud; }
uint32_t hal_micros(void) { return micros; }
uint32_t hal_millis(void) { return micros / 1000; }
void hal_settings_read(uint8_t *bytes, uint8_t count) { memcpy(bytes, memory, count); }
void hal_settings_write(const uint8_t *bytes, uint8_t count) { memcpy(memory, bytes, count); }
void hal_watchdog(void) { fed++; }
enum start_cause hal_start_cause(void) { return cause; }
uint16_t hal_stack_spare(void) { return 0xffff; }
flash_text hal_name(void) { return TEXT(" (test)"); }
