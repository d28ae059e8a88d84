// Rounds the flows of a network up or down so that at every node what comes in still equals what goes out. Sums of rows
// and columns are such nodes; this is the part of 舍位平衡 (see balance.ts) that decides which figure moves.

/** One figure: its exact value between two whole units, and where it is counted. */
export interface Arc {
  from: number;
  to: number;
  /** Whole units below the exact value, and what is over it, 0 <= rest < step. */
  floor: number;
  rest: number;
  /** How much it matters that this figure is rounded the ordinary way. */
  weight: number;
  /** Units after rounding; set by roundCirculation. For a fixed arc the value it keeps. */
  units: number;
  fixed: boolean;
}

/** Distances are compared as thousandths of a unit. */
const SCALE = 1000;

/** What it costs to take the unit above instead of the one below; negative where the upper one is nearer. */
function costOfUp({ rest, weight }: Arc, step: number): number {
  const cost = Math.round(SCALE * (1 - (2 * rest) / step));
  if (cost === 0) return rest * 2 >= step ? -weight : weight;
  return cost * weight;
}

interface Way {
  arc: number;
  up: boolean;
  node: number;
}

/**
 * Rounds every arc that is not fixed to the unit below or above, at the least total distance from ordinary rounding,
 * so that all nodes are in balance. False where no such rounding exists; then the arcs are of no use.
 */
export function roundCirculation(nodeCount: number, arcs: Arc[], step: number): boolean {
  const costs = arcs.map((arc) => costOfUp(arc, step));
  const excess = new Array<number>(nodeCount).fill(0);
  const touching = Array.from({ length: nodeCount }, (): number[] => []);
  arcs.forEach((arc, index) => {
    if (!arc.fixed) arc.units = arc.floor + (arc.rest > 0 && (costs[index] as number) < 0 ? 1 : 0);
    excess[arc.to] = (excess[arc.to] as number) + arc.units;
    excess[arc.from] = (excess[arc.from] as number) - arc.units;
    if (arc.fixed || arc.rest === 0 || arc.from === arc.to) return;
    touching[arc.from]?.push(index);
    touching[arc.to]?.push(index);
  });
  while (excess.some((value) => value > 0)) {
    if (!moveOneUnit(arcs, costs, excess, touching)) return false;
  }
  return true;
}

/** Takes one unit of excess along the cheapest way to a node that lacks one. */
function moveOneUnit(
  arcs: readonly Arc[],
  costs: readonly number[],
  excess: number[],
  touching: readonly number[][],
): boolean {
  const distance = new Array<number>(excess.length).fill(Number.POSITIVE_INFINITY);
  const cameBy = new Array<Way | undefined>(excess.length).fill(undefined);
  const waiting: number[] = [];
  const isWaiting = new Array<boolean>(excess.length).fill(false);
  excess.forEach((value, node) => {
    if (value <= 0) return;
    distance[node] = 0;
    waiting.push(node);
    isWaiting[node] = true;
  });
  for (let at = 0; at < waiting.length; at += 1) {
    const node = waiting[at] as number;
    isWaiting[node] = false;
    for (const index of touching[node] ?? []) {
      const arc = arcs[index] as Arc;
      const up = arc.units === arc.floor;
      // A figure that leaves the node can be raised, one that enters it can be lowered.
      if (up !== (arc.from === node)) continue;
      const next = up ? arc.to : arc.from;
      const cost = (distance[node] as number) + (up ? 1 : -1) * (costs[index] as number);
      if (cost >= (distance[next] as number)) continue;
      distance[next] = cost;
      cameBy[next] = { arc: index, up, node };
      if (!isWaiting[next]) {
        waiting.push(next);
        isWaiting[next] = true;
      }
    }
  }
  let target = -1;
  excess.forEach((value, node) => {
    if (value < 0 && (target < 0 || (distance[node] as number) < (distance[target] as number))) target = node;
  });
  if (target < 0 || distance[target] === Number.POSITIVE_INFINITY) return false;
  excess[target] = (excess[target] as number) + 1;
  let node = target;
  for (let way = cameBy[node]; way; way = cameBy[node]) {
    (arcs[way.arc] as Arc).units += way.up ? 1 : -1;
    node = way.node;
  }
  excess[node] = (excess[node] as number) - 1;
  return true;
}
