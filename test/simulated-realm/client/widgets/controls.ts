import { property } from "./properties";
import { runScript } from "./scripts";
import { flag, type Method, type MethodTable, stateOf, type Widget } from "./state";
import { implement } from "./widget";

function setEnabled(self: Widget, enabled: boolean): void {
  const state = stateOf(self);
  const before = state.properties.get("Disabled") === undefined;
  if (enabled) state.properties.delete("Disabled");
  else state.properties.set("Disabled", { list: [true], count: 1 });
  if (before !== enabled) runScript(state, enabled ? "OnEnable" : "OnDisable");
}

const enableMethods: MethodTable = {
  Enable: (self: Widget) => {
    setEnabled(self, true);
  },
  Disable: (self: Widget) => {
    setEnabled(self, false);
  },
};

/** Click of the mouse or of code; a disabled button does not answer. */
function click(self: Widget, button?: string, down?: boolean): void {
  const state = stateOf(self);
  if (state.properties.has("Disabled")) return;
  if (state.type === "CheckButton") {
    const checked = property(self, "Checked") !== true;
    state.properties.set("Checked", { list: [checked], count: 1 });
  }
  for (const script of ["PreClick", "OnClick", "PostClick"]) {
    runScript(state, script, button ?? "LeftButton", down ?? false);
  }
}

implement("Button", enableMethods, {
  IsEnabled: (self: Widget) => (stateOf(self).properties.has("Disabled") ? 0 : 1),
  Click: click,
  RegisterForClicks: () => undefined,
  LockHighlight: () => undefined,
  UnlockHighlight: () => undefined,
});

implement("CheckButton", {
  SetChecked: (self: Widget, checked: unknown) => {
    const value = checked !== undefined && checked !== false && checked !== 0;
    stateOf(self).properties.set("Checked", { list: [value], count: 1 });
  },
  GetChecked: (self: Widget) => flag(property(self, "Checked") === true),
});

/** The value, held within its limits. */
function setValue(self: Widget, value: unknown): void {
  const state = stateOf(self);
  const limits = state.properties.get("MinMaxValues")?.list;
  let next = tonumber(value) ?? error("Usage: SetValue(value)", 2);
  if (limits !== undefined) next = math.min(math.max(next, limits[0] as number), limits[1] as number);
  if (property(self, "Value") === next) return;
  state.properties.set("Value", { list: [next], count: 1 });
  runScript(state, "OnValueChanged", next);
}

const valueMethods: MethodTable = {
  SetValue: setValue,
  GetValue: (self: Widget) => property(self, "Value") ?? 0,
  SetMinMaxValues: (self: Widget, min: number, max: number) => {
    const state = stateOf(self);
    state.properties.set("MinMaxValues", { list: [min, max], count: 2 });
    runScript(state, "OnMinMaxChanged", min, max);
    const value = property(self, "Value");
    if (value !== undefined) setValue(self, value);
  },
};

function scroll(name: "VerticalScroll" | "HorizontalScroll"): Method {
  return (self: Widget, offset: number) => {
    stateOf(self).properties.set(name, { list: [offset], count: 1 });
    runScript(stateOf(self), `On${name}`, offset);
  };
}

implement("ScrollFrame", {
  SetVerticalScroll: scroll("VerticalScroll"),
  SetHorizontalScroll: scroll("HorizontalScroll"),
  GetVerticalScrollRange: () => 0,
  GetHorizontalScrollRange: () => 0,
  UpdateScrollChildRect: () => undefined,
});

implement("StatusBar", valueMethods);
implement("Slider", valueMethods, enableMethods, {
  IsEnabled: (self: Widget) => flag(!stateOf(self).properties.has("Disabled")),
});
