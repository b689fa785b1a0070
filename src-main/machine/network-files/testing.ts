import type { NetworkFile } from './networkFile'

/** Ends and conductance of each edge. */
export const edges = ({ edges }: NetworkFile) =>
  edges.map(({ a, b, conductance }) => [a, b, conductance])
