import { type WidgetState } from "./state";
import { createWidget } from "./widget";

interface Part {
  readonly type: "FontString" | "Texture";
  /** Added to the frame's name. */
  readonly suffix: string;
}

const text: Part = { type: "FontString", suffix: "Text" };
const sliderParts: readonly Part[] = [
  text,
  { type: "FontString", suffix: "Low" },
  { type: "FontString", suffix: "High" },
];

/** The named parts that addons reach through globals, of the templates they use most. */
const partsByTemplate: Record<string, readonly Part[] | undefined> = {
  UICheckButtonTemplate: [text],
  OptionsCheckButtonTemplate: [text],
  OptionsSmallCheckButtonTemplate: [text],
  InterfaceOptionsCheckButtonTemplate: [text],
  InterfaceOptionsSmallCheckButtonTemplate: [text],
  OptionsSliderTemplate: sliderParts,
};

/** Gives a new frame what the template brings. Other templates are only recorded as known. */
export function addTemplateParts(state: WidgetState, template: string): void {
  for (const part of partsByTemplate[template] ?? []) {
    const name = state.name === undefined ? undefined : state.name + part.suffix;
    state.regions.push(createWidget(part.type, name, state));
  }
}
