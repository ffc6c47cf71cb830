import { flag, type Method, stateOf, type Widget } from "./state";

/** What a getter gives before its setter was called; nothing for other names. */
const defaults: Record<string, readonly unknown[] | undefined> = {
  Alpha: [1],
  Scale: [1],
  ID: [0],
  FrameStrata: ["MEDIUM"],
  FrameLevel: [0],
  DrawLayer: ["ARTWORK"],
  JustifyH: ["CENTER"],
  JustifyV: ["MIDDLE"],
  BlendMode: ["BLEND"],
  ButtonState: ["NORMAL"],
  Orientation: ["HORIZONTAL"],
  Font: ["Fonts\\FRIZQT__.TTF", 12, ""],
  VertexColor: [1, 1, 1, 1],
  TextColor: [1, 1, 1, 1],
  ShadowColor: [0, 0, 0, 1],
  ShadowOffset: [0, 0],
  Spacing: [0],
  BackdropColor: [1, 1, 1, 1],
  BackdropBorderColor: [1, 1, 1, 1],
  HitRectInsets: [0, 0, 0, 0],
  TexCoord: [0, 0, 0, 1, 1, 0, 1, 1],
  MinMaxValues: [0, 0],
  ValueStep: [0],
  VerticalScroll: [0],
  HorizontalScroll: [0],
  CursorPosition: [0],
  MaxLetters: [0],
  Duration: [0],
  StartDelay: [0],
  EndDelay: [0],
  Order: [1],
  Smoothing: ["NONE"],
  Change: [0],
  Offset: [0, 0],
  Looping: ["NONE"],
};

/** The first value that the setter of a property got, or its default. */
export function property(self: Widget, name: string): unknown {
  const values = stateOf(self).properties.get(name);
  return values === undefined ? defaults[name]?.[0] : values.list[0];
}

function setter(name: string): Method {
  return (self: Widget, ...values: unknown[]) => {
    stateOf(self).properties.set(name, { list: [...values], count: select("#", ...values) });
  };
}

function getter(name: string): Method {
  return (self: Widget): LuaMultiReturn<unknown[]> => {
    const values = stateOf(self).properties.get(name);
    if (values === undefined) return $multi(...(defaults[name] ?? []));
    return $multi(...unpack(values.list, 1, values.count));
  };
}

function predicate(name: string): Method {
  return (self: Widget) => {
    const value = property(self, name);
    return flag(value !== undefined && value !== false && value !== 0);
  };
}

/**
 * Behaviour of a method without a rule of its own: `SetX(...)` and `EnableX(...)` keep their arguments, and when the
 * type has them, `GetX()` gives them back, `IsX()` and `IsXEnabled()` answer 1 or nil. Nothing for other names.
 */
export function propertyMethod(name: string, siblings: LuaSet<string>): Method | undefined {
  const [set] = string.match(name, "^Set(%u.*)");
  if (set !== undefined) return setter(set);
  const [enable] = string.match(name, "^Enable(%u.+)");
  if (enable !== undefined) return setter(enable);
  const [get] = string.match(name, "^Get(%u.*)");
  if (get !== undefined) return siblings.has(`Set${get}`) ? getter(get) : undefined;
  const [enabled] = string.match(name, "^Is(%u.*)Enabled$");
  if (enabled !== undefined) return siblings.has(`Enable${enabled}`) ? predicate(enabled) : undefined;
  const [is] = string.match(name, "^Is(%u.*)");
  return is !== undefined && siblings.has(`Set${is}`) ? predicate(is) : undefined;
}
