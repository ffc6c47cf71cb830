/** One line of the bench: a ratio within this run, or an amount, and what it should be at most (or at least). */
export interface Measurement {
  readonly name: string;
  readonly value: number;
  readonly unit: "x" | "bytes" | "instructions" | "µs";
  readonly limit?: { readonly kind: "at most" | "at least"; readonly value: number };
}

/** The middle one of `values`. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

export function describeMeasurement({ name, value, unit, limit }: Measurement): string {
  const digits = unit === "x" ? 2 : unit === "µs" ? 1 : 0;
  const met = limit === undefined || (limit.kind === "at most" ? value <= limit.value : value >= limit.value);
  const goal = limit === undefined ? "" : ` (${limit.kind} ${limit.value}${met ? "" : ", MISSED"})`;
  return `${name}: ${value.toFixed(digits)} ${unit}${goal}`;
}
