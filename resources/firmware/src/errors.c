#include "errors.h"

#include <stddef.h>

#include "limits.h"
#include "status.h"

static struct {
  error_number number;
  flash_text where;
} queue[ERROR_PLACES];
static uint8_t first, count;

static uint8_t event_of(error_number number) {
  if (number <= -400) return EVENT_QUERY;
  if (number <= -300 || number > 0) return EVENT_DEVICE;
  return number <= -200 ? EVENT_EXECUTION : EVENT_COMMAND;
}

void errors_push(error_number number, flash_text where) {
  status_event(event_of(number));
  if (count == ERROR_PLACES) {
    uint8_t newest = (uint8_t)(first + ERROR_PLACES - 1) % ERROR_PLACES;
    queue[newest].number = ERROR_QUEUE;
    queue[newest].where = NULL;
    status_event(EVENT_DEVICE);
    return;
  }
  uint8_t place = (uint8_t)(first + count++) % ERROR_PLACES;
  queue[place].number = number;
  queue[place].where = where;
}

error_number errors_pop(flash_text *where) {
  if (count == 0) return 0;
  error_number number = queue[first].number;
  *where = queue[first].where;
  first = (uint8_t)(first + 1) % ERROR_PLACES;
  count--;
  return number;
}

uint8_t errors_count(void) { return count; }
void errors_clear(void) { count = 0; }

flash_text errors_text(error_number number) {
  switch (number) {
    case 0: return TEXT("No error");
    case ERROR_INVALID_CHARACTER: return TEXT("Invalid character");
    case ERROR_SYNTAX: return TEXT("Syntax error");
    case ERROR_DATA_TYPE: return TEXT("Data type error");
    case ERROR_NOT_ALLOWED: return TEXT("Parameter not allowed");
    case ERROR_MISSING: return TEXT("Missing parameter");
    case ERROR_HEADER: return TEXT("Undefined header");
    case ERROR_STRING: return TEXT("Invalid string data");
    case ERROR_BLOCK: return TEXT("Invalid block data");
    case ERROR_INIT_IGNORED: return TEXT("Init ignored");
    case ERROR_CONFLICT: return TEXT("Settings conflict");
    case ERROR_RANGE: return TEXT("Data out of range");
    case ERROR_TOO_MUCH: return TEXT("Too much data");
    case ERROR_VALUE: return TEXT("Illegal parameter value");
    case ERROR_HARDWARE: return TEXT("Hardware error");
    case ERROR_SETTINGS: return TEXT("Configuration memory lost");
    case ERROR_MEMORY: return TEXT("Out of memory");
    case ERROR_QUEUE: return TEXT("Queue overflow");
    case ERROR_PARITY: return TEXT("Parity error");
    case ERROR_FRAMING: return TEXT("Framing error");
    case ERROR_OVERRUN: return TEXT("Input buffer overrun");
    case ERROR_TIMEOUT: return TEXT("Time out error");
    case ERROR_WATCHDOG: return TEXT("Watchdog reset");
    case ERROR_LINK_WATCHDOG: return TEXT("Link watchdog");
    default: return TEXT("Device error");
  }
}
