import { isTable } from "./check-values";

/** Where the first toast hangs on the screen: its point on the same point of the screen, in interface units. */
export interface Position {
  readonly point: WoWAPI.Point;
  readonly relativePoint: WoWAPI.Point;
  readonly x: number;
  readonly y: number;
}

/** What the player chooses in the options. */
export interface Settings {
  toasts: boolean;
  sound: boolean;
  /** Size of the toasts, `SMALLEST_SCALE` to `LARGEST_SCALE`. */
  scale: number;
  position: Position;
}

export const SMALLEST_SCALE = 0.5;
export const LARGEST_SCALE = 2;

export const DEFAULT_POSITION: Position = { point: "TOP", relativePoint: "TOP", x: 0, y: -180 };

/** Larger than any screen in interface units: a saved offset beyond it is damage. */
const FARTHEST_OFFSET = 5000;

const POINTS: Record<WoWAPI.Point, true> = {
  TOPLEFT: true,
  TOP: true,
  TOPRIGHT: true,
  LEFT: true,
  CENTER: true,
  RIGHT: true,
  BOTTOMLEFT: true,
  BOTTOM: true,
  BOTTOMRIGHT: true,
};

function isPoint(value: unknown): value is WoWAPI.Point {
  return typeof value === "string" && POINTS[value as WoWAPI.Point] === true;
}

/** False of NaN too, for which every comparison is. */
function isBetween(value: unknown, least: number, most: number): value is number {
  return typeof value === "number" && value >= least && value <= most;
}

function readPosition(saved: unknown): Position {
  if (!isTable(saved)) return DEFAULT_POSITION;
  const { point, relativePoint, x, y } = saved;
  if (!isPoint(point) || !isPoint(relativePoint)) return DEFAULT_POSITION;
  if (!isBetween(x, -FARTHEST_OFFSET, FARTHEST_OFFSET)) return DEFAULT_POSITION;
  if (!isBetween(y, -FARTHEST_OFFSET, FARTHEST_OFFSET)) return DEFAULT_POSITION;
  return { point, relativePoint, x, y };
}

/** The saved settings, with the default in the place of whatever is missing or damaged. */
export function readSettings(saved: unknown): Settings {
  const values = isTable(saved) ? saved : {};
  return {
    toasts: values.toasts !== false,
    sound: values.sound !== false,
    scale: isBetween(values.scale, SMALLEST_SCALE, LARGEST_SCALE) ? values.scale : 1,
    position: readPosition(values.position),
  };
}
