/* The error queue of SCPI. */
#ifndef ERRORS_H
#define ERRORS_H

#include <stdint.h>

#include "flash.h"

#define ERROR_INVALID_CHARACTER (-101)
#define ERROR_SYNTAX (-102)
#define ERROR_DATA_TYPE (-104)
#define ERROR_NOT_ALLOWED (-108)
#define ERROR_MISSING (-109)
#define ERROR_HEADER (-113)
#define ERROR_STRING (-151)
#define ERROR_BLOCK (-161)
#define ERROR_INIT_IGNORED (-213)
#define ERROR_CONFLICT (-221)
#define ERROR_RANGE (-222)
#define ERROR_TOO_MUCH (-223)
#define ERROR_VALUE (-224)
#define ERROR_HARDWARE (-240)
#define ERROR_SETTINGS (-315)
#define ERROR_MEMORY (-321)
#define ERROR_QUEUE (-350)
#define ERROR_PARITY (-361)
#define ERROR_FRAMING (-362)
#define ERROR_OVERRUN (-363)
#define ERROR_TIMEOUT (-365)
#define ERROR_WATCHDOG 101
#define ERROR_LINK_WATCHDOG 102

typedef int16_t error_number; /* 0: none */

/* Queues an error and sets its event bit. where: the command that it concerns, or NULL. */
void errors_push(error_number number, flash_text where);
/* Oldest error, taken out; 0 if there is none. */
error_number errors_pop(flash_text *where);
uint8_t errors_count(void);
void errors_clear(void);
flash_text errors_text(error_number number);

#endif
