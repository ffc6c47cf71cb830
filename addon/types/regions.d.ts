/** @noSelfInFile */

/* Regions, texts, textures, tooltips and edit boxes of 3.3.5a, as far as the package for the later client differs. */

declare namespace WoWAPI {
  interface ParentedObject {
    GetName(): string | undefined;
    GetObjectType(): string;
    IsObjectType(type: string): 1 | undefined;
    GetParent(): Frame | undefined;
  }

  interface Region {
    SetParent(parent: Frame | string | undefined): void;
    GetCenter(): LuaMultiReturn<[x: number, y: number] | []>;
    GetSize(): LuaMultiReturn<[width: number, height: number]>;
    GetNumPoints(): number;
    /** `relativeTo` is `undefined` when the region hangs on the screen. */
    GetPoint(
      index?: number,
    ): LuaMultiReturn<
      [point: Point, relativeTo: Region | undefined, relativePoint: Point, x: number, y: number]
    >;
    SetPoint(point: Point, x?: number, y?: number): void;
    SetPoint(
      point: Point,
      relativeTo: Region | string | undefined,
      relativePoint?: Point,
      x?: number,
      y?: number,
    ): void;
    CreateAnimationGroup(name?: string, template?: string): AnimationGroup;
    GetAnimationGroups(): LuaMultiReturn<AnimationGroup[]>;
    StopAnimating(): void;
    IsMouseOver(top?: number, bottom?: number, left?: number, right?: number): 1 | undefined;
  }

  interface Texture {
    IsShown(): 1 | undefined;
    IsVisible(): 1 | undefined;
    GetDrawLayer(): Layer;
    SetDrawLayer(layer: Layer): void;
    GetTexture(): string | undefined;
    /** `1` when the file exists. */
    SetTexture(path: string | undefined): 1 | undefined;
    SetTexture(red: number, green: number, blue: number, alpha?: number): 1 | undefined;
    SetTexCoord(left: number, right: number, top: number, bottom: number): void;
    SetBlendMode(mode: "ADD" | "ALPHAKEY" | "BLEND" | "DISABLE" | "MOD"): void;
    SetRotation(radians: number): void;
    SetDesaturated(desaturated: boolean): 1 | undefined;
  }

  /** What every text has: font strings, fonts, and the frames that hold text. */
  interface TextStyle {
    GetFontObject(): Font | undefined;
    SetFontObject(font: Font | string | undefined): void;
    SetShadowColor(red: number, green: number, blue: number, alpha?: number): void;
    SetShadowOffset(x: number, y: number): void;
    SetSpacing(spacing: number): void;
  }

  interface FontString extends TextStyle {
    IsShown(): 1 | undefined;
    IsVisible(): 1 | undefined;
    GetDrawLayer(): Layer;
    SetDrawLayer(layer: Layer): void;
    GetText(): string | undefined;
    SetText(text: string | number | undefined): void;
    SetFormattedText(pattern: string, ...args: unknown[]): void;
    SetTextHeight(height: number): void;
    GetStringHeight(): number;
    SetWordWrap(wrap: boolean): void;
    SetNonSpaceWrap(wrap: boolean): void;
  }

  interface Font extends TextStyle {
    GetName(): string;
    CopyFontObject(font: Font | string): void;
    SetFont(path: string, size: number, flags?: string): void;
  }

  interface MessageFrame extends TextStyle {
    AddMessage(text: string, red?: number, green?: number, blue?: number, id?: number): void;
    Clear(): void;
    SetTimeVisible(seconds: number): void;
    SetFadeDuration(seconds: number): void;
  }

  interface ScrollingMessageFrame extends TextStyle {
    AddMessage(text: string, red?: number, green?: number, blue?: number, id?: number): void;
    Clear(): void;
    SetMaxLines(lines: number): void;
    SetFading(fading: boolean): void;
    SetTimeVisible(seconds: number): void;
    ScrollUp(): void;
    ScrollDown(): void;
    ScrollToTop(): void;
    ScrollToBottom(): void;
    GetNumMessages(): number;
  }

  interface ScrollFrame {
    SetScrollChild(child: Frame): void;
    GetScrollChild(): Frame | undefined;
    SetHorizontalScroll(offset: number): void;
    GetHorizontalScroll(): number;
    SetVerticalScroll(offset: number): void;
    GetVerticalScroll(): number;
    GetVerticalScrollRange(): number;
    UpdateScrollChildRect(): void;
  }

  interface EditBox extends TextStyle {
    SetScript<Name extends keyof EditBoxScripts>(
      name: Name,
      handler: ScriptHandler<this, EditBoxScripts[Name]> | undefined,
    ): void;
    SetFocus(): void;
    HasFocus(): 1 | undefined;
    SetMultiLine(multiLine: boolean): void;
    SetNumeric(numeric: boolean): void;
    SetMaxLetters(letters: number): void;
    SetTextInsets(left: number, right: number, top: number, bottom: number): void;
    HighlightText(start?: number, end?: number): void;
  }

  interface Cooldown {
    SetCooldown(start: number, duration: number): void;
    SetReverse(reverse: boolean): void;
  }

  type TooltipAnchor =
    | "ANCHOR_TOP"
    | "ANCHOR_RIGHT"
    | "ANCHOR_BOTTOM"
    | "ANCHOR_LEFT"
    | "ANCHOR_TOPLEFT"
    | "ANCHOR_TOPRIGHT"
    | "ANCHOR_BOTTOMLEFT"
    | "ANCHOR_BOTTOMRIGHT"
    | "ANCHOR_CURSOR"
    | "ANCHOR_PRESERVE"
    | "ANCHOR_NONE";

  interface GameTooltip {
    SetOwner(owner: Frame, anchor?: TooltipAnchor, x?: number, y?: number): void;
    GetOwner(): Frame | undefined;
    IsOwned(owner: Frame): 1 | undefined;
    ClearLines(): void;
    NumLines(): number;
    AddLine(text: string, red?: number, green?: number, blue?: number, wrap?: boolean): void;
    AddDoubleLine(
      left: string,
      right: string,
      leftRed?: number,
      leftGreen?: number,
      leftBlue?: number,
      rightRed?: number,
      rightGreen?: number,
      rightBlue?: number,
    ): void;
    SetText(
      text: string,
      red?: number,
      green?: number,
      blue?: number,
      alpha?: number,
      wrap?: boolean | 1,
    ): void;
    SetHyperlink(link: string): void;
  }
}
