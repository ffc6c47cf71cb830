import { property } from "./properties";
import { rootFrames } from "./frame";
import { type WidgetState } from "./state";

function hasNamePrefix(state: WidgetState, prefix: string): boolean {
  let current: WidgetState | undefined = state;
  while (current !== undefined) {
    if (current.name !== undefined && string.sub(current.name, 1, prefix.length) === prefix) return true;
    current = current.parent;
  }
  return prefix === "";
}

function collect(state: WidgetState, prefix: string, texts: string[]): void {
  if (!state.shown || property(state.widget, "Alpha") === 0) return;
  const text = state.text;
  if (text !== undefined && text !== "" && hasNamePrefix(state, prefix)) texts.push(text);
  for (const region of state.regions) collect(region, prefix, texts);
  for (const child of state.children) collect(child, prefix, texts);
}

/** Texts that the player sees in frames whose name, or an ancestor's, begins with the prefix. */
export function shownTexts(prefix: string): string[] {
  const texts: string[] = [];
  for (const root of rootFrames()) collect(root, prefix, texts);
  return texts;
}
