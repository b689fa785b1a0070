/* Executes a message: one command after the other, up to the first error. */
#ifndef EXECUTE_H
#define EXECUTE_H

#include <stdint.h>

void execute(const uint8_t *message, uint8_t length);

#endif
