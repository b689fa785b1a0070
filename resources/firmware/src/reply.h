/* Replies: they wait for room in the transmit buffer, other than frames. */
#ifndef REPLY_H
#define REPLY_H

#include <stdint.h>

#include "flash.h"

/* Puts ';' between the replies of one message; called by every reply's first part. */
void reply_next(void);
/* Ends the line, if there is one. */
void reply_end(void);

void reply_byte(uint8_t byte);
void reply_text(flash_text text);
void reply_u32(uint32_t value);
/* A number behind another part of the same reply. */
void reply_digits(uint32_t value);
void reply_i16(int16_t value);
void reply_float(float value);

/* A block of `count` payload bytes: begin, that many reply_block_byte, end. */
void reply_block_begin(char kind, uint16_t count);
/* The same, behind another part of the same reply. */
void reply_block_inline(char kind, uint16_t count);
void reply_block_byte(uint8_t byte);
void reply_block_bytes(const void *bytes, uint16_t count);
void reply_block_end(void);

#endif
