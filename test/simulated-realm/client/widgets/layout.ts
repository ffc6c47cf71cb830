import type { WidgetState } from "./state";

/** How a region hangs on another one, or on the screen. */
export interface Anchor {
  readonly point: string;
  readonly relativeTo: WidgetState | undefined;
  readonly relativePoint: string;
  readonly x: number;
  readonly y: number;
}

/** What an addon said about size and place. */
export interface Box {
  width: number;
  height: number;
  anchors: Anchor[];
}

/** Edges in units from the screen's lower left corner. The double knows no scales. */
export interface Rect {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

/** Size of the screen in units. */
export const screenWidth = 1024;
export const screenHeight = 768;

/** A chain of anchors longer than this is a circle. */
const longestChain = 50;

const screen: Rect = { left: 0, right: screenWidth, bottom: 0, top: screenHeight };
const boxes = new LuaTable<WidgetState, Box>();

export function boxOfState(state: WidgetState): Box {
  const known = boxes.get(state);
  if (known !== undefined) return known;
  const box: Box = { width: 0, height: 0, anchors: [] };
  boxes.set(state, box);
  return box;
}

type Side = "low" | "middle" | "high";

function has(point: string, part: string): boolean {
  return string.find(point, part, 1, true)[0] !== undefined;
}

function horizontal(point: string): Side {
  if (has(point, "LEFT")) return "low";
  return has(point, "RIGHT") ? "high" : "middle";
}

function vertical(point: string): Side {
  if (has(point, "BOTTOM")) return "low";
  return has(point, "TOP") ? "high" : "middle";
}

function along(low: number, high: number, side: Side): number {
  if (side === "low") return low;
  return side === "high" ? high : (low + high) / 2;
}

/** Where the anchors put one axis: two of them stretch it, one leaves it its size. */
function span(places: Record<Side, number | undefined>, size: number): [low: number, high: number] {
  const { low, middle, high } = places;
  if (low !== undefined) return [low, high ?? low + size];
  if (high !== undefined) return [high - size, high];
  const center = middle ?? 0;
  return [center - size / 2, center + size / 2];
}

/** The edges that the anchors give; nothing for a region without anchors, or one that hangs on such a region. */
export function rectOf(state: WidgetState, depth = 0): Rect | undefined {
  if (state.name === "UIParent" || state.name === "WorldFrame") return screen;
  const box = boxOfState(state);
  if (box.anchors.length === 0 || depth > longestChain) return undefined;
  const x: Record<Side, number | undefined> = { low: undefined, middle: undefined, high: undefined };
  const y: Record<Side, number | undefined> = { low: undefined, middle: undefined, high: undefined };
  for (const anchor of box.anchors) {
    const other = anchor.relativeTo === undefined ? screen : rectOf(anchor.relativeTo, depth + 1);
    if (other === undefined) return undefined;
    x[horizontal(anchor.point)] = along(other.left, other.right, horizontal(anchor.relativePoint)) + anchor.x;
    y[vertical(anchor.point)] = along(other.bottom, other.top, vertical(anchor.relativePoint)) + anchor.y;
  }
  const [left, right] = span(x, box.width);
  const [bottom, top] = span(y, box.height);
  return { left, right, bottom, top };
}

/** Width and height, as set or as stretched between anchors. */
export function sizeOf(state: WidgetState): [width: number, height: number] {
  const rect = rectOf(state);
  const box = boxOfState(state);
  return rect === undefined ? [box.width, box.height] : [rect.right - rect.left, rect.top - rect.bottom];
}
