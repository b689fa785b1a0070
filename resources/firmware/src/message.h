/* Messages from the line: bounded, and sound again after noise. */
#ifndef MESSAGE_H
#define MESSAGE_H

#include <stdbool.h>
#include <stdint.h>

/* Takes what was received, as far as one message; executes it when it is complete. */
void message_poll(void);
/* Time of the last complete message, ms: for the link's watchdog. */
uint32_t message_time(void);

#endif
