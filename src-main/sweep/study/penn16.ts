/** Nodes of the laboratory network. */
export const PENN16_NODES = 9
const letters = 'AB AC AG AH AI BC CD CF CG DE DF EF FG GH GI HI'

/** Its edges in the engine's order, after a figure of Dillavou et al. (2022); nodes A..I are 0..8. */
export const penn16Edges = letters
  .split(' ')
  .map((pair): [number, number] => [pair.charCodeAt(0) - 65, pair.charCodeAt(1) - 65])
