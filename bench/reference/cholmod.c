/*
 * CHOLMOD (Chen, Davis, Hager, Rajamanickam, 2008). Mode "solve": numeric factorisation and three
 * solves, nothing else. Mode "step": a complete training step with one factorisation: assembly into
 * the fixed pattern, the same, and the update. Orderings AMD and METIS, simplicial and supernodal
 * are tried once each, and the fastest is kept.
 */
#include "network.h"
#include <string.h>
#include <suitesparse/cholmod.h>

static Network net;
static cholmod_common c;
static cholmod_sparse *matrix;
static cholmod_factor *symbolic;
static cholmod_dense *right, *green[64], *work_y, *work_e, *unit[64], *free_state;
static int n, *place, *slot, *diagonal;
static double *volt, *clamped;

static void refill(void) {
  double *x = matrix->x, *b = right->x;
  for (size_t i = 0; i < matrix->nzmax; i++) x[i] = 0;
  for (int i = 0; i < n; i++) b[i] = 0;
  for (int e = 0; e < net.edges; e++) {
    int i = place[net.a[e]], j = place[net.b[e]];
    double k = net.k[e];
    if (i < n) x[diagonal[i]] += k;
    if (j < n) x[diagonal[j]] += k;
    if (i < n && j < n) x[slot[e]] -= k;
    else if (i < n) b[i] += k * volt[j];
    else if (j < n) b[j] += k * volt[i];
  }
}

static void factor_and_solve(void) {
  cholmod_factorize(matrix, symbolic, &c);
  cholmod_solve2(CHOLMOD_A, symbolic, right, NULL, &free_state, NULL, &work_y, &work_e, &c);
  for (int o = 0; o < net.outputs; o++)
    cholmod_solve2(CHOLMOD_A, symbolic, unit[o], NULL, &green[o], NULL, &work_y, &work_e, &c);
}

static double loss_now(double *miss) {
  double loss = 0;
  for (int o = 0; o < net.outputs; o++) {
    miss[o] = net.target_volt[o] - ((double *)free_state->x)[place[net.output[o]]];
    loss += miss[o] * miss[o];
  }
  return loss;
}

static double solve_only(void) {
  double miss[64];
  factor_and_solve();
  return loss_now(miss);
}

static double step(void) {
  double force[64], small[64 * 64];
  int outputs = net.outputs;
  refill();
  factor_and_solve();
  double loss = loss_now(force);
  for (int o = 0; o < outputs; o++) {
    force[o] *= net.eta;
    for (int q = 0; q < outputs; q++)
      small[o * outputs + q] = ((double *)green[q]->x)[place[net.output[o]]];
  }
  for (int o = 0; o < outputs; o++)
    for (int i = o + 1; i < outputs; i++) {
      double f = small[i * outputs + o] / small[o * outputs + o];
      for (int q = o; q < outputs; q++) small[i * outputs + q] -= f * small[o * outputs + q];
      force[i] -= f * force[o];
    }
  for (int o = outputs - 1; o >= 0; o--) {
    for (int q = o + 1; q < outputs; q++) force[o] -= small[o * outputs + q] * force[q];
    force[o] /= small[o * outputs + o];
  }
  for (int i = 0; i < n; i++) {
    double v = volt[i] = ((double *)free_state->x)[i];
    for (int o = 0; o < outputs; o++) v += force[o] * ((double *)green[o]->x)[i];
    clamped[i] = v;
  }
  uint64_t limit = (uint64_t)(net.p * 4294967296.0);
  double rate = net.alpha / net.eta;
  for (int e = 0; e < net.edges; e++)
    if (random_word() < limit) {
      int i = place[net.a[e]], j = place[net.b[e]];
      double f = volt[i] - volt[j], d = clamped[i] - clamped[j];
      net.k[e] = clip(net.k[e] + rate * (f * f - d * d), net.k_min, net.k_max);
    }
  return loss;
}

static void build(void) {
  cholmod_triplet *t = cholmod_allocate_triplet((size_t)n, (size_t)n, (size_t)(n + net.edges), -1,
                                                CHOLMOD_REAL, &c);
  int *ti = t->i, *tj = t->j;
  double *tx = t->x;
  size_t count = 0;
  for (int i = 0; i < n; i++) ti[count] = i, tj[count] = i, tx[count++] = 1;
  for (int e = 0; e < net.edges; e++) {
    int i = place[net.a[e]], j = place[net.b[e]];
    if (i < n && j < n) ti[count] = i > j ? i : j, tj[count] = i > j ? j : i, tx[count++] = 1;
  }
  t->nnz = count;
  matrix = cholmod_triplet_to_sparse(t, 0, &c);
  int *p = matrix->p, *row = matrix->i;
  diagonal = allocate((size_t)n, sizeof(int)), slot = allocate((size_t)net.edges, sizeof(int));
  for (int j = 0; j < n; j++)
    for (int q = p[j]; q < p[j + 1]; q++)
      if (row[q] == j) diagonal[j] = q;
  for (int e = 0; e < net.edges; e++) {
    int i = place[net.a[e]], j = place[net.b[e]], low = i < j ? i : j, high = i < j ? j : i;
    if (high < n)
      for (int q = p[low]; q < p[low + 1]; q++)
        if (row[q] == high) slot[e] = q;
  }
}

static void choose(void) {
  int orderings[2] = {CHOLMOD_AMD, CHOLMOD_METIS};
  int kinds[2] = {CHOLMOD_SIMPLICIAL, CHOLMOD_SUPERNODAL};
  double best = 1e99;
  cholmod_factor *kept = NULL;
  for (int o = 0; o < 2; o++)
    for (int k = 0; k < 2; k++) {
      c.nmethods = 1, c.method[0].ordering = orderings[o], c.supernodal = kinds[k];
      symbolic = cholmod_analyze(matrix, &c);
      double fastest = 1e99, begin = seconds();
      for (int i = 0; i < 3 || seconds() - begin < 0.2; i++) {
        double start = seconds();
        factor_and_solve();
        if (seconds() - start < fastest) fastest = seconds() - start;
      }
      if (fastest < best) {
        best = fastest;
        if (kept != NULL) cholmod_free_factor(&kept, &c);
        kept = symbolic;
      } else cholmod_free_factor(&symbolic, &c);
    }
  symbolic = kept;
}

int main(int argc, char **argv) {
  if (argc < 3) return 1;
  net = read_network(argv[1]);
  if (net.outputs > 64) return 1;
  cholmod_start(&c);
  c.final_ll = 0;
  place = allocate((size_t)net.nodes, sizeof(int));
  for (int s = 0; s < net.sources; s++) place[net.source[s]] = -1;
  for (int g = 0; g < net.grounds; g++) place[net.ground[g]] = -1;
  for (int i = 0; i < net.nodes; i++)
    if (place[i] == 0) place[i] = n++;
  int held = n;
  volt = allocate((size_t)net.nodes, 8), clamped = allocate((size_t)net.nodes, 8);
  for (int s = 0; s < net.sources; s++) {
    volt[held] = clamped[held] = net.source_volt[s];
    place[net.source[s]] = held++;
  }
  for (int g = 0; g < net.grounds; g++) place[net.ground[g]] = held++;
  right = cholmod_zeros((size_t)n, 1, CHOLMOD_REAL, &c);
  for (int o = 0; o < net.outputs; o++) {
    unit[o] = cholmod_zeros((size_t)n, 1, CHOLMOD_REAL, &c);
    ((double *)unit[o]->x)[place[net.output[o]]] = 1;
  }
  build();
  refill();
  choose();
  return serve(strcmp(argv[2], "step") == 0 ? step : solve_only);
}
