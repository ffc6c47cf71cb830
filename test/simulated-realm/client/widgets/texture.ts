import { property } from "./properties";
import { type MethodTable, stateOf, type Widget } from "./state";
import { createWidget, implement } from "./widget";
import { visibilityMethods } from "./visibility";

implement("Texture", visibilityMethods, {
  SetTexture: (self: Widget, ...values: unknown[]) => {
    stateOf(self).properties.set("Texture", { list: [...values], count: select("#", ...values) });
    return 1;
  },
  GetTexture: (self: Widget) => {
    const value = property(self, "Texture");
    return type(value) === "number" ? "SolidTexture" : value;
  },
});

implement("FontString", visibilityMethods);

/** `SetNormalTexture` and its like take a texture or a path; the getter gives a texture. */
function textureSlot(name: string): MethodTable {
  return {
    [`Set${name}`]: (self: Widget, value: Widget | string | undefined) => {
      const owner = stateOf(self);
      if (type(value) !== "string") {
        owner.properties.set(name, { list: [value], count: 1 });
        return;
      }
      const texture = createWidget("Texture", undefined, owner);
      texture.properties.set("Texture", { list: [value], count: 1 });
      owner.regions.push(texture);
      owner.properties.set(name, { list: [texture.widget], count: 1 });
    },
  };
}

for (const name of ["NormalTexture", "PushedTexture", "DisabledTexture", "HighlightTexture"]) {
  implement("Button", textureSlot(name));
}
for (const name of ["CheckedTexture", "DisabledCheckedTexture"]) implement("CheckButton", textureSlot(name));
implement("StatusBar", textureSlot("StatusBarTexture"));
implement("Slider", textureSlot("ThumbTexture"));
