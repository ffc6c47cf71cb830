import { type Anchor, type Box, boxOfState, rectOf, sizeOf } from "./layout";
import { setParent } from "./visibility";
import {
  flag,
  isOfType,
  type MethodTable,
  resolveWidget,
  stateOf,
  type Widget,
  type WidgetState,
} from "./state";
import { implement } from "./widget";

const points = "TOPLEFT TOP TOPRIGHT LEFT CENTER RIGHT BOTTOMLEFT BOTTOM BOTTOMRIGHT ";

function boxOf(self: Widget): Box {
  return boxOfState(stateOf(self));
}

function checkedPoint(point: unknown): string {
  const name = string.upper(tostring(point));
  const [known] = string.find(points, `${name} `, 1, true);
  return known === undefined ? error(`Unknown region point ${tostring(point)}`, 3) : name;
}

function checkedNumber(value: unknown, method: string): number {
  return tonumber(value) ?? error(`Usage: ${method}(number), got ${type(value)}`, 3);
}

/** The anchor that the arguments of `SetPoint` mean; the frame before the offsets may be left out. */
function anchorOf(state: WidgetState, point: unknown, second: unknown, ...rest: unknown[]): Anchor {
  const name = checkedPoint(point);
  if (type(second) === "number") {
    const [y] = rest;
    return anchorAt(state, name, state.parent, name, second, y);
  }
  const [relativePoint, x, y] = rest;
  // An explicit nil means the screen, an absent argument the parent.
  const relativeTo =
    second === undefined
      ? rest.length > 0
        ? undefined
        : state.parent
      : resolveWidget(second as Widget | string);
  return anchorAt(
    state,
    name,
    relativeTo,
    relativePoint === undefined ? name : checkedPoint(relativePoint),
    x,
    y,
  );
}

function anchorAt(
  state: WidgetState,
  point: string,
  relativeTo: WidgetState | undefined,
  relativePoint: string,
  x: unknown,
  y: unknown,
): Anchor {
  if (relativeTo === state) error("a region can't be anchored to itself", 4);
  return { point, relativeTo, relativePoint, x: tonumber(x) ?? 0, y: tonumber(y) ?? 0 };
}

function addAnchor(self: Widget, anchor: Anchor): void {
  const box = boxOf(self);
  box.anchors = box.anchors.filter((known) => known.point !== anchor.point);
  box.anchors.push(anchor);
}

implement("Region", {
  SetParent: setParent,
  SetWidth: (self: Widget, width: unknown) => {
    boxOf(self).width = checkedNumber(width, "SetWidth");
  },
  SetHeight: (self: Widget, height: unknown) => {
    boxOf(self).height = checkedNumber(height, "SetHeight");
  },
  SetSize: (self: Widget, width: unknown, height: unknown) => {
    boxOf(self).width = checkedNumber(width, "SetSize");
    boxOf(self).height = checkedNumber(height, "SetSize");
  },
  GetWidth: (self: Widget) => sizeOf(stateOf(self))[0],
  GetHeight: (self: Widget) => sizeOf(stateOf(self))[1],
  GetSize: (self: Widget): LuaMultiReturn<number[]> => $multi(...sizeOf(stateOf(self))),
  GetLeft: (self: Widget) => rectOf(stateOf(self))?.left,
  GetRight: (self: Widget) => rectOf(stateOf(self))?.right,
  GetTop: (self: Widget) => rectOf(stateOf(self))?.top,
  GetBottom: (self: Widget) => rectOf(stateOf(self))?.bottom,
  GetCenter: (self: Widget): LuaMultiReturn<number[]> => {
    const rect = rectOf(stateOf(self));
    if (rect === undefined) return $multi();
    return $multi((rect.left + rect.right) / 2, (rect.bottom + rect.top) / 2);
  },
  GetRect: (self: Widget): LuaMultiReturn<number[]> => {
    const rect = rectOf(stateOf(self));
    if (rect === undefined) return $multi();
    return $multi(rect.left, rect.bottom, rect.right - rect.left, rect.top - rect.bottom);
  },
  SetPoint: (self: Widget, point: unknown, second: unknown, ...rest: unknown[]) => {
    addAnchor(self, anchorOf(stateOf(self), point, second, ...rest));
  },
  SetAllPoints: (self: Widget, reference?: Widget | string) => {
    const relativeTo = reference === undefined ? stateOf(self).parent : resolveWidget(reference);
    boxOf(self).anchors = ["TOPLEFT", "BOTTOMRIGHT"].map((point) =>
      anchorAt(stateOf(self), point, relativeTo, point, 0, 0),
    );
  },
  ClearAllPoints: (self: Widget) => {
    boxOf(self).anchors = [];
  },
  GetNumPoints: (self: Widget) => boxOf(self).anchors.length,
  GetPoint: (self: Widget, index?: number): LuaMultiReturn<unknown[]> => {
    const anchor = boxOf(self).anchors[(index ?? 1) - 1];
    if (anchor === undefined) return $multi();
    return $multi(anchor.point, anchor.relativeTo?.widget, anchor.relativePoint, anchor.x, anchor.y);
  },
  IsProtected: () => undefined,
  CanChangeProtectedState: () => 1,
  IsDragging: () => undefined,
  IsMouseOver: () => undefined,
});

const identityMethods: MethodTable = {
  GetName: (self: Widget) => stateOf(self).name,
  GetParent: (self: Widget) => stateOf(self).parent?.widget,
  GetObjectType: (self: Widget) => stateOf(self).type,
  IsObjectType: (self: Widget, type: unknown) => flag(isOfType(stateOf(self), tostring(type))),
};

implement("ParentedObject", identityMethods);
implement("Font", identityMethods, { CopyFontObject: () => undefined });
