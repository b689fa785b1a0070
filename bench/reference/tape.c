/*
 * What a clever C programmer would write for Poisson clocks: our algorithm. Sparse LDL^T in
 * minimum-degree order with the sources as rows that are never eliminated; an event reads the path
 * from its edge to the root, then updates L and D along it (Gill, Golub, Murray, Saunders, 1974,
 * method C1); a fresh factorisation every 10,000 events. Its "loss" is the error of the last event.
 */
#include "network.h"
#include <math.h>
#include <string.h>

enum { MOST = 512 };

static Network net;
static int n, rows, place[MOST], *column_start, *row_of, *parent, *low, *high, *slot;
static double *lower, *pivot, *weight, *output_volt, *drop, now;
static long event;

/* Minimum degree on a dense adjacency, outputs last and full among themselves. */
static void analyse(void) {
  static char joined[MOST][MOST], held[MOST], out[MOST], gone[MOST];
  int order[MOST];
  for (int e = 0; e < net.edges; e++) joined[net.a[e]][net.b[e]] = joined[net.b[e]][net.a[e]] = 1;
  for (int s = 0; s < net.sources; s++) held[net.source[s]] = 1;
  for (int g = 0; g < net.grounds; g++) held[net.ground[g]] = 2;
  for (int o = 0; o < net.outputs; o++) out[net.output[o]] = 1;
  for (int o = 0; o < net.outputs; o++)
    for (int q = 0; q < net.outputs; q++)
      if (o != q) joined[net.output[o]][net.output[q]] = 1;
  for (int i = 0; i < net.nodes; i++) n += !held[i];
  column_start = allocate((size_t)n + 1, sizeof(int));
  row_of = allocate((size_t)n * (size_t)net.nodes, sizeof(int));
  for (int j = 0; j < n; j++) {
    int best = -1, least = MOST;
    if (j >= n - net.outputs) best = net.output[j - (n - net.outputs)];
    else
      for (int v = 0; v < net.nodes; v++) {
        if (held[v] || out[v] || gone[v]) continue;
        int degree = 0;
        for (int w = 0; w < net.nodes; w++) degree += joined[v][w] && !gone[w] && held[w] != 2;
        if (degree < least) least = degree, best = v;
      }
    gone[best] = 1, order[j] = best, place[best] = j;
    int around[MOST], count = 0;
    for (int w = 0; w < net.nodes; w++)
      if (joined[best][w] && !gone[w] && held[w] != 2 && w != best) around[count++] = w;
    for (int a = 0; a < count; a++)
      for (int b = 0; b < count; b++)
        if (a != b) joined[around[a]][around[b]] = 1;
    for (int a = 0; a < count; a++) row_of[column_start[j] + a] = around[a];
    column_start[j + 1] = column_start[j] + count;
  }
  for (int s = 0; s < net.sources; s++) place[net.source[s]] = n + s;
  for (int g = 0; g < net.grounds; g++) place[net.ground[g]] = -1;
  parent = allocate((size_t)n, sizeof(int));
  for (int j = 0; j < n; j++) {
    int *r = row_of + column_start[j], count = column_start[j + 1] - column_start[j];
    for (int q = 0; q < count; q++) r[q] = place[r[q]];
    for (int a = 1; a < count; a++)
      for (int b = a; b > 0 && r[b] < r[b - 1]; b--) {
        int kept = r[b];
        r[b] = r[b - 1], r[b - 1] = kept;
      }
    parent[j] = count > 0 && r[0] < n ? r[0] : -1;
  }
  rows = column_start[n];
}

static void factorise(void) {
  memset(lower, 0, (size_t)rows * 8);
  memset(pivot, 0, (size_t)n * 8);
  for (int e = 0; e < net.edges; e++) {
    if (low[e] < 0) continue;
    double k = net.k[e];
    pivot[low[e]] += k;
    if (high[e] < 0) continue;
    if (high[e] < n) pivot[high[e]] += k;
    lower[slot[e]] -= k;
  }
  for (int j = 0; j < n; j++) {
    double inverse = 1 / pivot[j];
    for (int q = column_start[j]; q < column_start[j + 1]; q++) {
      double entry = lower[q], l = entry * inverse;
      int i = row_of[q];
      lower[q] = l;
      if (i >= n) continue;
      pivot[i] -= l * entry;
      for (int r = q + 1, s = column_start[i]; r < column_start[j + 1]; r++) {
        while (row_of[s] != row_of[r]) s++;
        lower[s] -= l * lower[r];
      }
    }
  }
}

static double step(void) {
  if (event++ % 10000 == 0) factorise();
  now -= log((random_word() + 0.5) / 4294967296.0) / net.edges;
  int e = (int)((double)random_word() / 4294967296.0 * net.edges);
  int a = low[e], b = high[e], inner = n - net.outputs, seen = 0;
  for (int o = 0; o < net.outputs; o++) drop[o] = 0;
  if (a >= 0) {
    weight[a] = 1;
    if (b >= 0) weight[b] -= 1;
  }
  for (int j = a; j >= 0; j = parent[j]) {
    if (j >= inner && !seen) {
      for (int o = 0; o < net.outputs; o++) drop[o] = weight[inner + o];
      seen = 1;
    }
    double p = weight[j];
    weight[j] = 0;
    for (int q = column_start[j]; q < column_start[j + 1]; q++) weight[row_of[q]] -= lower[q] * p;
  }
  double loss = 0, d = 0, x = 0;
  for (int j = n - 1; j >= inner; j--) {
    double sum = 0;
    for (int q = column_start[j]; q < column_start[j + 1]; q++) {
      int i = row_of[q];
      sum -= lower[q] * (i < n ? output_volt[i - inner] : net.source_volt[i - n]);
    }
    output_volt[j - inner] = sum;
    double miss = net.target_volt[j - inner] - sum;
    loss += miss * miss;
    d += net.eta * miss * drop[j - inner];
  }
  for (int s = 0; s < net.sources; s++) {
    x += weight[n + s] * net.source_volt[s];
    weight[n + s] = 0;
  }
  double k = clip(net.k[e] - net.alpha / net.eta * d * (2 * x + d), net.k_min, net.k_max);
  double alpha = k - net.k[e];
  net.k[e] = k;
  if (a < 0 || alpha == 0) return loss;
  weight[a] = 1;
  if (b >= 0) weight[b] -= 1;
  for (int j = a; j >= 0; j = parent[j]) {
    double p = weight[j], dj = pivot[j], next = dj + alpha * p * p, beta = alpha * p / next;
    weight[j] = 0;
    alpha *= dj / next;
    pivot[j] = next;
    for (int q = column_start[j]; q < column_start[j + 1]; q++) {
      double t = weight[row_of[q]] - p * lower[q];
      weight[row_of[q]] = t;
      lower[q] += beta * t;
    }
  }
  for (int s = 0; s < net.sources; s++) weight[n + s] = 0;
  return loss;
}

int main(int argc, char **argv) {
  if (argc < 2) return 1;
  net = read_network(argv[1]);
  if (net.nodes > MOST) return 1;
  analyse();
  size_t edges = (size_t)net.edges;
  low = allocate(edges, sizeof(int)), high = allocate(edges, sizeof(int));
  slot = allocate(edges, sizeof(int));
  for (int e = 0; e < net.edges; e++) {
    int p = place[net.a[e]], q = place[net.b[e]];
    int least = p < 0 || (q >= 0 && q < p) ? q : p;
    low[e] = least >= 0 && least < n ? least : -1;
    high[e] = low[e] < 0 ? -1 : least == p ? q : p;
    if (high[e] < 0) continue;
    slot[e] = column_start[low[e]];
    while (row_of[slot[e]] != high[e]) slot[e]++;
  }
  lower = allocate((size_t)rows, 8), pivot = allocate((size_t)n, 8);
  weight = allocate((size_t)(n + net.sources), 8);
  output_volt = allocate((size_t)net.outputs, 8), drop = allocate((size_t)net.outputs, 8);
  return serve(step);
}
