/* A line and a clock in memory, for tests: what the board receives and what it answers. */
#ifndef HAL_TEST_H
#define HAL_TEST_H

#include <stdbool.h>
#include <stdint.h>

#include "hal.h"

void line_put(const void *bytes, uint16_t count);
/* Takes all that was sent; returns how much. */
uint16_t line_take(uint8_t *into, uint16_t most);
void line_fault(uint8_t faults);
/* Whether the transmit buffer empties itself. */
void line_flows(bool flows);
void clock_add(uint32_t milliseconds);
uint8_t *settings_memory(void);
/* What the next start of the board will be told. */
void start_by(enum start_cause cause);
/* How often the hardware watchdog was told that the board is alive. */
uint32_t watchdog_fed(void);

#endif
