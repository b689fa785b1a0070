/* The graph, the roles of its nodes, and the state of its edges. */
#ifndef NETWORK_H
#define NETWORK_H

#include <stdbool.h>
#include <stdint.h>

#include "limits.h"

enum edge_state { EDGE_LEARNS, EDGE_CUT, EDGE_FROZEN };

struct roles {
  uint8_t count;
  uint8_t node[MAX_ROLES];
};

struct network {
  uint8_t nodes, edges;
  /* E places each; edge e joins a[e] and b[e]. */
  uint8_t *a, *b, *state;
  uint16_t *level;
  float *conductance;
  uint32_t *limit; /* probability of each edge times 2^32 */
  float *scratch;  /* max(E, N) places: contrasts of a step, voltages of an evaluation */
  struct roles sources, grounds, targets;
};

extern struct network network;

void network_clear(void);
/* Takes memory for the edges; false without room. The former network is gone either way. */
bool network_make(uint8_t nodes, uint8_t edges);
/* Whether every node has a path to a held one by edges that conduct. */
bool network_is_held(void);
bool network_is_source_or_ground(uint8_t node);
/* Of an edge as the solver sees it: 0 if it is cut. */
float network_conductance(uint8_t edge);

#endif
