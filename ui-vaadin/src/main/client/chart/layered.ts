/** Something to be placed; what it comes after is placed before it. */
export interface Node {
  readonly id: string;
  readonly after: readonly string[];
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Spot {
  readonly x: number;
  readonly y: number;
}

export interface Layout extends Size {
  /** Upper left corners, in the order of the nodes. */
  readonly spots: readonly Spot[];
  /** From the right side of one node to the left side of another, by way of the gaps that were left for it. */
  readonly edges: readonly { readonly from: string; readonly to: string; readonly through: readonly Spot[] }[];
}

/** A node, or the place where a long edge passes through a layer. */
interface Slot {
  readonly before: Slot[];
  readonly behind: Slot[];
  readonly height: number;
  place: number;
  y: number;
}

const GAP_ACROSS = 32;
const GAP_DOWN = 10;
const SWEEPS = 8;

/**
 * A layered drawing from left to right: each node one layer behind the last that it comes after; within a layer each at
 * the mean place of its neighbours (K. Sugiyama, S. Tagawa, M. Toda, IEEE Trans. SMC 11 (1981) 109). For some dozens of nodes.
 */
export function layered(nodes: readonly Node[], { width, height }: Size): Layout {
  const slots = new Map<string, Slot>();
  const layerOf = new Map<string, number>();
  const layers: Slot[][] = [];
  const add = (layer: number, tall: number): Slot => {
    const slot: Slot = { before: [], behind: [], height: tall, place: 0, y: 0 };
    (layers[layer] ??= []).push(slot);
    return slot;
  };
  const chains: { readonly from: string; readonly to: string; readonly passes: readonly [Slot, number][] }[] = [];
  for (const { id, after } of nodes) {
    const layer = Math.max(-1, ...after.map((earlier) => layerOf.get(earlier)!)) + 1;
    layerOf.set(id, layer);
    slots.set(id, add(layer, height));
    for (const from of after) {
      let last = slots.get(from)!;
      const passes: [Slot, number][] = [];
      for (let between = layerOf.get(from)! + 1; between < layer; between++) {
        const pass = add(between, 0);
        link(last, pass);
        passes.push([pass, between]);
        last = pass;
      }
      link(last, slots.get(id)!);
      chains.push({ from, to: id, passes });
    }
  }
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const forward = sweep % 2 === 0;
    for (const layer of forward ? layers : [...layers].reverse()) {
      layer.forEach((slot, place) => (slot.place = mean(forward ? slot.before : slot.behind, place)));
      layer.sort((a, b) => a.place - b.place);
      layer.forEach((slot, place) => (slot.place = (place + 0.5) / layer.length));
    }
  }
  const tall = layers.map((layer) => layer.reduce((sum, slot) => sum + slot.height + GAP_DOWN, -GAP_DOWN));
  const highest = Math.max(0, ...tall);
  layers.forEach((layer, i) => {
    let y = (highest - tall[i]) / 2;
    for (const slot of layer) {
      slot.y = y;
      y += slot.height + GAP_DOWN;
    }
  });
  const left = (layer: number) => layer * (width + GAP_ACROSS);
  const middle = (slot: Slot) => slot.y + slot.height / 2;
  return {
    width: layers.length * (width + GAP_ACROSS) - GAP_ACROSS,
    height: highest,
    spots: nodes.map(({ id }) => ({ x: left(layerOf.get(id)!), y: slots.get(id)!.y })),
    edges: chains.map(({ from, to, passes }) => ({
      from,
      to,
      through: [
        { x: left(layerOf.get(from)!) + width, y: middle(slots.get(from)!) },
        ...passes.flatMap(([slot, layer]) => [
          { x: left(layer), y: middle(slot) },
          { x: left(layer) + width, y: middle(slot) },
        ]),
        { x: left(layerOf.get(to)!), y: middle(slots.get(to)!) },
      ],
    })),
  };
}

function link(from: Slot, to: Slot): void {
  from.behind.push(to);
  to.before.push(from);
}

/** A slot without neighbours stays where it is among the others. */
function mean(neighbours: readonly Slot[], place: number): number {
  return neighbours.length === 0 ? place / 1000 : neighbours.reduce((sum, slot) => sum + slot.place, 0) / neighbours.length;
}
