#include "status.h"

#include "errors.h"
#include "reply.h"

struct status status;

void status_event(uint8_t bits) { status.event |= bits; }

uint8_t status_byte(void) {
  uint8_t byte = 0;
  if (errors_count() > 0) byte |= 4;
  if (status.event & status.event_enable) byte |= 32;
  if (status.operation_event & status.operation_enable) byte |= 128;
  if (byte & status.service_enable & (uint8_t)~64) byte |= 64;
  return byte;
}

void status_clear(void) {
  errors_clear();
  status.event = 0;
  status.operation_event = 0;
  status.complete_wanted = false;
}

void status_run_ended(void) {
  status.operation_event |= OPERATION_LEARNING;
  if (status.complete_wanted) status_event(EVENT_COMPLETE);
  status.complete_wanted = false;
  for (; status.complete_asked > 0; status.complete_asked--) {
    reply_u32(1);
    reply_end();
  }
}
