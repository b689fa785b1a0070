/* Status registers of IEEE 488.2 and SCPI. */
#ifndef STATUS_H
#define STATUS_H

#include <stdbool.h>
#include <stdint.h>

enum event {
  EVENT_COMPLETE = 1,
  EVENT_QUERY = 4,
  EVENT_DEVICE = 8,
  EVENT_EXECUTION = 16,
  EVENT_COMMAND = 32,
  EVENT_POWER_ON = 128
};
#define OPERATION_LEARNING 16

struct status {
  uint8_t event, event_enable, service_enable;
  uint16_t operation_event, operation_enable, questionable_enable;
  bool complete_wanted; /* *OPC waits for the end of a run */
  uint8_t complete_asked; /* number of *OPC? that do */
};

extern struct status status;

void status_event(uint8_t bits);
uint8_t status_byte(void);
void status_clear(void);
/* A run ended: *OPC, the deferred *OPC?, and the operation register. */
void status_run_ended(void);

#endif
