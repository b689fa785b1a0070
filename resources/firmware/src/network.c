#include "network.h"

#include <string.h>

#include "arena.h"

struct network network;

void network_clear(void) {
  memset(&network, 0, sizeof network);
  arena_release(0);
}

bool network_make(uint8_t nodes, uint8_t edges) {
  network_clear();
  network.a = arena_take(edges, 1);
  network.b = arena_take(edges, 1);
  network.state = arena_take(edges, 1);
  network.level = arena_take(edges, 2);
  network.conductance = arena_take(edges, 4);
  network.limit = arena_take(edges, 4);
  network.scratch = arena_take(edges > nodes ? edges : nodes, 4);
  if (network.scratch == NULL) {
    network_clear();
    return false;
  }
  for (uint8_t e = 0; e < edges; e++) network.limit[e] = 0x80000000ul;
  network.nodes = nodes;
  network.edges = edges;
  return true;
}

static bool has(const struct roles *roles, uint8_t node) {
  for (uint8_t i = 0; i < roles->count; i++)
    if (roles->node[i] == node) return true;
  return false;
}

bool network_is_source_or_ground(uint8_t node) {
  return has(&network.sources, node) || has(&network.grounds, node);
}

bool network_is_held(void) {
  uint8_t reached[MAX_NODES];
  for (uint8_t i = 0; i < network.nodes; i++) reached[i] = network_is_source_or_ground(i);
  for (bool grows = true; grows;) {
    grows = false;
    for (uint8_t e = 0; e < network.edges; e++) {
      if (network.state[e] == EDGE_CUT) continue;
      uint8_t a = network.a[e], b = network.b[e];
      if (reached[a] == reached[b]) continue;
      reached[a] = reached[b] = 1;
      grows = true;
    }
  }
  for (uint8_t i = 0; i < network.nodes; i++)
    if (!reached[i]) return false;
  return true;
}

float network_conductance(uint8_t edge) {
  return network.state[edge] == EDGE_CUT ? 0.0f : network.conductance[edge];
}
