/* CRC-32 of IEEE 802.3: reflected 0xEDB88320, from 0xFFFFFFFF, inverted at the end. */
#ifndef CRC32_H
#define CRC32_H

#include <stdint.h>

#define CRC32_START 0xfffffffful

uint32_t crc32_add(uint32_t crc, uint8_t byte);
/* Of `count` bytes, finished. */
uint32_t crc32_of(const uint8_t *bytes, uint16_t count);

#endif
