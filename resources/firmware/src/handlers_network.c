/* NETWork, ROUTe, EDGE. */
#include <stddef.h>

#include "arrays.h"
#include "backend.h"
#include "board.h"
#include "command.h"
#include "config.h"
#include "learner.h"
#include "network.h"
#include "params.h"
#include "reply.h"
#include "rule.h"
#include "task.h"

static error_number check_edges(const uint8_t *ends, uint8_t edges, uint32_t nodes) {
  for (uint8_t e = 0; e < edges; e++) {
    uint8_t a = ends[2 * e], b = ends[2 * e + 1];
    if (a >= nodes || b >= nodes || a == b) return ERROR_RANGE;
    for (uint8_t f = 0; f < e; f++) {
      uint8_t c = ends[2 * f], d = ends[2 * f + 1];
      if ((a == c && b == d) || (a == d && b == c)) return ERROR_RANGE;
    }
  }
  return 0;
}

HANDLER(network_define) {
  (void)self;
  uint32_t nodes;
  const uint8_t *ends;
  uint8_t bytes;
  TRY(param_u32(&nodes, 2, MAX_NODES));
  TRY(param_block('N', &ends, &bytes));
  TRY(params_end());
  if (bytes % 2 != 0) return ERROR_BLOCK;
  uint8_t edges = bytes / 2;
  if (edges < 1 || edges > MAX_EDGES) return ERROR_RANGE;
  TRY(check_edges(ends, edges, nodes));
  task_clear();
  /* The largest network fits into the empty memory: this cannot fail. */
  if (!network_make((uint8_t)nodes, edges)) return ERROR_MEMORY;
  for (uint8_t e = 0; e < edges; e++) {
    network.a[e] = ends[2 * e];
    network.b[e] = ends[2 * e + 1];
  }
  board_anew();
  return 0;
}

HANDLER(network_define_get) {
  (void)self;
  TRY(params_end());
  reply_u32(network.nodes);
  reply_byte(',');
  reply_block_inline('N', network.edges * 2u);
  for (uint8_t e = 0; e < network.edges; e++) {
    reply_block_byte(network.a[e]);
    reply_block_byte(network.b[e]);
  }
  reply_block_end();
  return 0;
}

HANDLER(network_nodes) {
  (void)self;
  TRY(params_end());
  reply_u32(network.nodes);
  return 0;
}

HANDLER(network_edges) {
  (void)self;
  TRY(params_end());
  reply_u32(network.edges);
  return 0;
}

static bool shared(const uint8_t *nodes, uint8_t count, const struct roles *others) {
  for (uint8_t i = 0; i < count; i++)
    for (uint8_t j = 0; j < others->count; j++)
      if (nodes[i] == others->node[j]) return true;
  return false;
}

HANDLER(route_set) {
  struct roles *roles = self->place;
  uint8_t nodes[MAX_ROLES], count;
  TRY(param_list(nodes, &count, MAX_ROLES, network.nodes));
  TRY(params_end());
  if (count < (uint8_t)self->low) return ERROR_MISSING;
  struct roles *all[] = {&network.sources, &network.grounds, &network.targets};
  for (uint8_t i = 0; i < 3; i++)
    if (all[i] != roles && shared(nodes, count, all[i])) return ERROR_CONFLICT;
  for (uint8_t i = 0; i < count; i++)
    for (uint8_t j = 0; j < i; j++)
      if (nodes[i] == nodes[j]) return ERROR_CONFLICT;
  task_clear();
  learner_begin();
  roles->count = count;
  for (uint8_t i = 0; i < count; i++) roles->node[i] = nodes[i];
  return 0;
}

HANDLER(route_get) {
  const struct roles *roles = self->place;
  TRY(params_end());
  reply_next();
  reply_text(TEXT("(@"));
  for (uint8_t i = 0; i < roles->count; i++) {
    uint8_t node = roles->node[i];
    if (i > 0) reply_byte(',');
    reply_digits(node);
  }
  reply_byte(')');
  return 0;
}

HANDLER(edge_level) {
  (void)self;
  struct piece piece;
  TRY(array_take('W', 2, network.edges, &piece));
  if (config.rule != RULE_DISCRETE) return ERROR_CONFLICT;
  for (uint16_t i = 0; i < piece.count; i++) {
    uint32_t level = piece_number(&piece, i, 2);
    if (level < 1 || level > config.level_count) return ERROR_RANGE;
  }
  for (uint16_t i = 0; i < piece.count; i++)
    rule_set_level((uint8_t)(piece.first + i), (uint16_t)piece_number(&piece, i, 2));
  return 0;
}

HANDLER(edge_level_get) {
  (void)self;
  return array_reply('W', 2, network.edges, network.level);
}

HANDLER(edge_conductance) {
  (void)self;
  struct piece piece;
  TRY(array_take('F', 4, network.edges, &piece));
  if (config.rule != RULE_IDEAL) return ERROR_CONFLICT;
  for (uint16_t i = 0; i < piece.count; i++) {
    float k = piece_float(&piece, i);
    if (!(k >= 1e-12f && k <= 1e12f)) return ERROR_RANGE;
  }
  for (uint16_t i = 0; i < piece.count; i++) {
    network.conductance[piece.first + i] = piece_float(&piece, i);
    backend_edge((uint8_t)(piece.first + i));
  }
  return 0;
}

HANDLER(edge_conductance_get) {
  (void)self;
  return array_reply('F', 4, network.edges, network.conductance);
}

HANDLER(edge_state) {
  (void)self;
  uint8_t state, edges[MAX_EDGES], before[MAX_EDGES], count;
  TRY(param_word(TEXT("LEARn|CUT|FREeze"), &state));
  TRY(param_list(edges, &count, MAX_EDGES, network.edges));
  TRY(params_end());
  for (uint8_t i = 0; i < count; i++) {
    before[i] = network.state[edges[i]];
    network.state[edges[i]] = state;
  }
  if (state == EDGE_CUT && network.sources.count > 0 && !network_is_held()) {
    for (uint8_t i = count; i-- > 0;) network.state[edges[i]] = before[i];
    return ERROR_CONFLICT;
  }
  for (uint8_t i = 0; i < count; i++) backend_edge(edges[i]);
  return 0;
}

HANDLER(edge_state_get) {
  (void)self;
  return array_reply('B', 1, network.edges, network.state);
}
