#include "plan.h"

#include <string.h>

#include "arena.h"
#include "network.h"

struct plan plan;

/* A set of nodes: 64 bits. */
struct set {
  uint8_t bits[MAX_NODES / 8];
};

static bool in(const struct set *set, uint8_t i) { return set->bits[i >> 3] >> (i & 7) & 1; }
static void put(struct set *set, uint8_t i) { set->bits[i >> 3] |= (uint8_t)(1 << (i & 7)); }
static void drop(struct set *set, uint8_t i) { set->bits[i >> 3] &= (uint8_t)~(1 << (i & 7)); }

static uint8_t size(const struct set *set) {
  uint8_t count = 0;
  for (uint8_t i = 0; i < network.nodes; i++) count += in(set, i);
  return count;
}

/* Joins the neighbours of a node with one another and takes it from their sets; keeps its own. */
static void eliminate(struct set *around, uint8_t node) {
  for (uint8_t i = 0; i < network.nodes; i++) {
    if (!in(&around[node], i)) continue;
    for (uint8_t k = 0; k < sizeof around->bits; k++) around[i].bits[k] |= around[node].bits[k];
    drop(&around[i], node);
    drop(&around[i], i);
  }
}

/* Minimum-degree order of the free nodes, targets last; ties to the lower node number. */
static uint8_t order_nodes(struct set *around, uint8_t *order) {
  uint8_t waiting[MAX_NODES];
  uint8_t count = 0;
  for (uint8_t i = 0; i < network.nodes; i++) waiting[i] = !network_is_source_or_ground(i);
  for (uint8_t o = 0; o < network.targets.count; o++) waiting[network.targets.node[o]] = 0;
  for (;;) {
    uint8_t best = 255, least = 255;
    for (uint8_t i = 0; i < network.nodes; i++) {
      if (!waiting[i]) continue;
      uint8_t degree = size(&around[i]);
      if (best != 255 && degree >= least) continue;
      best = i;
      least = degree;
    }
    if (best == 255) break;
    waiting[best] = 0;
    eliminate(around, best);
    order[count++] = best;
  }
  for (uint8_t o = 0; o < network.targets.count; o++) {
    eliminate(around, network.targets.node[o]);
    order[count++] = network.targets.node[o];
  }
  return count;
}

static void join_free_neighbours(struct set *around) {
  memset(around, 0, network.nodes * sizeof *around);
  for (uint8_t e = 0; e < network.edges; e++) {
    uint8_t a = network.a[e], b = network.b[e];
    if (network_is_source_or_ground(a) || network_is_source_or_ground(b)) continue;
    put(&around[a], b);
    put(&around[b], a);
  }
}

static bool take(uint8_t free, uint16_t entries) {
  uint8_t n = network.nodes;
  plan.value = arena_take(free + entries, 4);
  plan.x = arena_take(n, 4);
  plan.d = arena_take(n, 4);
  plan.column = arena_take(free + 1, 2);
  plan.slot = arena_take(network.edges, 2);
  plan.position = arena_take(n, 1);
  plan.row = arena_take(entries, 1);
  return plan.value && plan.x && plan.d && plan.column && plan.slot && plan.position && plan.row;
}

static void place_nodes(const uint8_t *order, uint8_t free) {
  uint8_t next = free;
  for (uint8_t j = 0; j < free; j++) plan.position[order[j]] = j;
  for (uint8_t s = 0; s < network.sources.count; s++)
    plan.position[network.sources.node[s]] = next++;
  for (uint8_t g = 0; g < network.grounds.count; g++)
    plan.position[network.grounds.node[g]] = next++;
}

static void place_edges(uint8_t free) {
  for (uint8_t e = 0; e < network.edges; e++) {
    uint8_t p = plan.position[network.a[e]], q = plan.position[network.b[e]];
    uint8_t low = p < q ? p : q, high = p < q ? q : p;
    plan.slot[e] = low < free ? SLOT_BOUNDARY : SLOT_HELD;
    if (high >= free) continue;
    uint16_t slot = plan.column[low];
    while (plan.row[slot] != high) slot++;
    plan.slot[e] = slot;
  }
}

/* The sets lie on top of the arena while the arrays of the plan are counted, and move nowhere: they
   are taken behind the plan's place, which is known only when they are made. So: made twice. */
bool plan_make(void) {
  uint8_t order[MAX_NODES];
  uint16_t mark = arena_mark();
  plan_clear();
  struct set *around = arena_take(network.nodes, sizeof *around);
  if (around == NULL) return false;
  join_free_neighbours(around);
  uint8_t free = order_nodes(around, order);
  uint16_t entries = 0;
  for (uint8_t j = 0; j < free; j++) entries += size(&around[order[j]]);
  arena_release(mark);
  if (!take(free, entries) || (around = arena_take(network.nodes, sizeof *around)) == NULL) {
    arena_release(mark);
    return false;
  }
  uint16_t end = arena_mark() - (uint16_t)((network.nodes * sizeof *around + 3u) & ~3u);
  join_free_neighbours(around);
  order_nodes(around, order);
  place_nodes(order, free);
  uint16_t entry = 0;
  for (uint8_t j = 0; j < free; j++) {
    for (uint8_t i = j + 1; i < free; i++)
      if (in(&around[order[j]], order[i])) plan.row[entry++] = i;
    plan.column[j + 1] = entry;
  }
  place_edges(free);
  arena_release(end);
  plan.free = free;
  plan.inner = free - network.targets.count;
  return true;
}

void plan_clear(void) { memset(&plan, 0, sizeof plan); }
