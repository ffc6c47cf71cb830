import { clientApi, clientGlobals, frameXml, sharedGlobals } from "../../fixtures/client-names";
import type { GlobalKind } from "../client/host";

const texts = new Set(frameXml.global_strings);
const fonts = new Set(frameXml.fonts);
const events = new Set(clientApi.events);
const frameTypes = new Map(clientApi.frame_types.map((type) => [type.toLowerCase(), type]));
const templates = new Set(frameXml.templates);
const absent = new Set(clientApi.absent_globals);

/** Addons and bundles look whether these exist, which on the client is no fault: `AIO or require("AIO")`. */
const probes = new Set([...sharedGlobals, "require"]);

export function kindOfGlobal(name: string): GlobalKind {
  if (probes.has(name)) return "expected";
  if (absent.has(name) || !clientGlobals.has(name)) return "absent";
  if (texts.has(name)) return "text";
  return fonts.has(name) ? "font" : "other";
}

/** The type and its parents, the nearest first. */
export function lineageOf(type: string): string[] {
  const parents = clientApi.inherits[type];
  return parents === undefined ? [] : [...new Set([type, ...parents.flatMap(lineageOf)])];
}

/** Methods of a widget type, its parents' included. */
export function methodsOf(type: string): string[] {
  return [...new Set(lineageOf(type).flatMap((ancestor) => clientApi.widgets[ancestor] ?? []))];
}

/** The lists of the 3.3.5a client as the double asks for them. */
export const clientLists = {
  kindOf: kindOfGlobal,
  methodsOf: (type: string) => methodsOf(type).join(" "),
  lineageOf: (type: string) => lineageOf(type).join(" "),
  frameType: (type: string) => frameTypes.get(type.toLowerCase()) ?? "",
  animationWidget: (type: string) => clientApi.animation_types[type] ?? "",
  isTemplate: (name: string) => templates.has(name),
  isEvent: (name: string) => events.has(name),
};
