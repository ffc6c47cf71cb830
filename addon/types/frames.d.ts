/** @noSelfInFile */

/* Frame methods of 3.3.5a that the package for the later client lacks or types otherwise. */

declare namespace WoWAPI {
  /** What `CreateFrame` makes of each type. */
  interface FrameTypes {
    Frame: Frame;
    Button: Button;
    CheckButton: CheckButton;
    ColorSelect: ColorSelect;
    Cooldown: Cooldown;
    DressUpModel: DressUpModel;
    EditBox: EditBox;
    GameTooltip: GameTooltip;
    MessageFrame: MessageFrame;
    Minimap: Minimap;
    Model: Model;
    MovieFrame: MovieFrame;
    PlayerModel: PlayerModel;
    QuestPOIFrame: QuestPOIFrame;
    ScrollFrame: ScrollFrame;
    ScrollingMessageFrame: ScrollingMessageFrame;
    SimpleHTML: SimpleHTML;
    Slider: Slider;
    StatusBar: StatusBar;
    TabardModel: TabardModel;
    TaxiRouteFrame: TaxiRouteFrame;
  }

  type VerticalAlign = "TOP" | "MIDDLE" | "BOTTOM";
  type Layer = "BACKGROUND" | "BORDER" | "ARTWORK" | "OVERLAY" | "HIGHLIGHT";
  type MouseButton = "LeftButton" | "RightButton" | "MiddleButton" | "Button4" | "Button5";

  /** Arguments of each script behind the frame itself. */
  interface FrameScripts {
    /** A handler for one event may name that event and its arguments' types instead. */
    OnEvent: [event: Event, ...args: unknown[]];
    /** Once a picture while the frame is visible; the time since the last one in seconds. */
    OnUpdate: [elapsed: number];
    OnShow: [];
    OnHide: [];
    OnEnter: [motion: boolean];
    OnLeave: [motion: boolean];
    OnMouseDown: [button: MouseButton];
    OnMouseUp: [button: MouseButton];
    OnMouseWheel: [delta: 1 | -1];
    OnDragStart: [button: MouseButton];
    OnDragStop: [];
    OnSizeChanged: [width: number, height: number];
    OnKeyDown: [key: string];
    OnKeyUp: [key: string];
  }

  interface ButtonScripts extends FrameScripts {
    PreClick: [button: MouseButton, down: boolean];
    OnClick: [button: MouseButton, down: boolean];
    PostClick: [button: MouseButton, down: boolean];
    OnDoubleClick: [button: MouseButton];
  }

  interface EditBoxScripts extends FrameScripts {
    OnTextChanged: [userInput: boolean];
    OnEnterPressed: [];
    OnEscapePressed: [];
    OnTabPressed: [];
    OnEditFocusGained: [];
    OnEditFocusLost: [];
    OnChar: [text: string];
  }

  interface ValueScripts extends FrameScripts {
    OnValueChanged: [value: number];
    OnMinMaxChanged: [min: number, max: number];
  }

  type ScriptHandler<Self, Arguments extends unknown[]> = (
    this: void,
    self: Self,
    ...args: Arguments
  ) => void;

  interface Frame {
    GetName(): string | undefined;
    GetParent(): Frame | undefined;
    IsShown(): 1 | undefined;
    IsVisible(): 1 | undefined;
    HasScript(name: string): 1 | undefined;
    SetScript<Name extends keyof FrameScripts>(
      name: Name,
      handler: ScriptHandler<this, FrameScripts[Name]> | undefined,
    ): void;
    SetScript<Name extends Event>(
      name: "OnEvent",
      handler: ScriptHandler<this, [event: Name, ...args: TypedEvents[Name]]>,
    ): void;
    HookScript<Name extends keyof FrameScripts>(
      name: Name,
      handler: ScriptHandler<this, FrameScripts[Name]>,
    ): void;
    GetScript<Name extends keyof FrameScripts>(
      name: Name,
    ): ScriptHandler<this, FrameScripts[Name]> | undefined;
    RegisterEvent(event: Event): void;
    UnregisterEvent(event: Event): void;
    RegisterAllEvents(): void;
    IsEventRegistered(event: Event): 1 | undefined;
    CreateTexture(name?: string, layer?: Layer, template?: string): Texture;
    CreateFontString(name?: string, layer?: Layer, template?: string): FontString;
    GetNumRegions(): number;
    GetRegions(): LuaMultiReturn<(Texture | FontString)[]>;
    GetNumChildren(): number;
    GetChildren(): LuaMultiReturn<Frame[]>;
    GetFrameLevel(): number;
    GetAttribute(name: string): unknown;
    GetScale(): number;
    GetEffectiveScale(): number;
    GetEffectiveAlpha(): number;
    GetID(): number;
    SetID(id: number): void;
    SetToplevel(top: boolean): void;
    Raise(): void;
    Lower(): void;
    SetHitRectInsets(left: number, right: number, top: number, bottom: number): void;
    SetMinResize(width: number, height: number): void;
    SetMaxResize(width: number, height: number): void;
    SetResizable(resizable: boolean): void;
    SetUserPlaced(placed: boolean): void;
    SetClampedToScreen(clamped: boolean): void;
    IsMovable(): 1 | undefined;
    RegisterForDrag(...buttons: MouseButton[]): void;
    SetBackdrop(backdrop: Backdrop | undefined): void;
    GetBackdrop(): Backdrop | undefined;
    SetBackdropColor(red: number, green: number, blue: number, alpha?: number): void;
    SetBackdropBorderColor(red: number, green: number, blue: number, alpha?: number): void;
  }

  /** Paths in the client's archives; sizes in the interface's units. */
  interface Backdrop {
    bgFile?: string;
    edgeFile?: string;
    tile?: boolean;
    tileSize?: number;
    edgeSize?: number;
    insets?: { left: number; right: number; top: number; bottom: number };
  }

  interface Button {
    SetScript<Name extends keyof ButtonScripts>(
      name: Name,
      handler: ScriptHandler<this, ButtonScripts[Name]> | undefined,
    ): void;
    HookScript<Name extends keyof ButtonScripts>(
      name: Name,
      handler: ScriptHandler<this, ButtonScripts[Name]>,
    ): void;
    Click(button?: MouseButton, down?: boolean): void;
    IsEnabled(): 1 | 0;
    SetFormattedText(pattern: string, ...args: unknown[]): void;
    SetNormalFontObject(font: Font | string): void;
    SetHighlightFontObject(font: Font | string): void;
    SetDisabledFontObject(font: Font | string): void;
    SetFontString(fontString: FontString): void;
    GetFontString(): FontString | undefined;
    SetNormalTexture(texture: Texture | string | undefined): void;
    GetNormalTexture(): Texture | undefined;
    SetPushedTexture(texture: Texture | string | undefined): void;
    SetDisabledTexture(texture: Texture | string | undefined): void;
    SetHighlightTexture(texture: Texture | string | undefined, blend?: "ADD" | "BLEND"): void;
    RegisterForClicks(...clicks: string[]): void;
    LockHighlight(): void;
    UnlockHighlight(): void;
  }

  interface CheckButton {
    SetChecked(checked?: boolean | 1): void;
    GetChecked(): 1 | undefined;
    SetCheckedTexture(texture: Texture | string): void;
  }

  interface Slider {
    SetScript<Name extends keyof ValueScripts>(
      name: Name,
      handler: ScriptHandler<this, ValueScripts[Name]> | undefined,
    ): void;
    SetThumbTexture(texture: Texture | string): void;
    IsEnabled(): 1 | undefined;
  }

  interface StatusBar {
    SetScript<Name extends keyof ValueScripts>(
      name: Name,
      handler: ScriptHandler<this, ValueScripts[Name]> | undefined,
    ): void;
    SetMinMaxValues(min: number, max: number): void;
    GetMinMaxValues(): LuaMultiReturn<[min: number, max: number]>;
    SetValue(value: number): void;
    GetValue(): number;
    SetStatusBarTexture(texture: Texture | string): void;
    GetStatusBarTexture(): Texture | undefined;
    SetStatusBarColor(red: number, green: number, blue: number, alpha?: number): void;
    SetOrientation(orientation: "HORIZONTAL" | "VERTICAL"): void;
  }
}
