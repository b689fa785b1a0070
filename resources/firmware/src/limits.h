/* Largest sizes. What fits at once is decided by ARENA_BYTES; see SYSTem:CAPability?. */
#ifndef LIMITS_H
#define LIMITS_H

#define FIRMWARE_VERSION "1.0.0"
#define PROTOCOL_VERSION "1"

#ifdef BACKEND_RIG
#define MAX_NODES 16 /* inputs of one analogue multiplexer */
#define MAX_EDGES 24 /* chip selects */
#define MAX_ROLES 4  /* outputs of the converters, sources and targets each */
#define MAX_LEVELS 256 /* wiper positions of an MCP4251, without 0 */
#define RULE_WORDS "DISC"
#else
#define RULE_WORDS "DISC,IDE"
#define MAX_NODES 64
#define MAX_EDGES 96
#define MAX_ROLES 16
#define MAX_LEVELS 65535
#endif
#define MAX_EXAMPLES 255
#define MAX_CLASSES 8
#define MASK_BYTES ((MAX_EDGES + 7) / 8)

/* Network, factor and task: Iris (150 examples) on 36 nodes and 60 edges takes 4.9 KB. */
#define ARENA_BYTES 5248

#define MESSAGE_BYTES 255
#define BLOCK_BYTES 192
#define TRANSMIT_BYTES 512
#define ERROR_PLACES 16
#define SERIAL_BYTES 16

#endif
