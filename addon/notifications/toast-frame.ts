import type { Toast } from "./toast";

export const TOAST_WIDTH = 300;
export const TOAST_HEIGHT = 72;
const ICON_SIZE = 44;
const EDGE = 14;

/** What the owner of a toast frame does about the mouse. */
export interface ToastMouse {
  click(this: void, frame: ToastFrame, button: WoWAPI.MouseButton): void;
  dragStart(this: void): void;
  dragStop(this: void): void;
}

/**
 * One toast on the screen. Plain frames without names or secure templates: no global names, and nothing that combat
 * could refuse to show.
 */
export class ToastFrame {
  private readonly button: WoWAPI.Button;
  private readonly icon: WoWAPI.Texture;
  private readonly title: WoWAPI.FontString;
  private readonly text: WoWAPI.FontString;
  private readonly subtext: WoWAPI.FontString;
  private hovered = false;

  /** What is shown, while something is. */
  toast: Toast | undefined;
  /** Game time in seconds at which the toast began to fade in. */
  shownAt = 0;

  constructor(anchor: WoWAPI.Frame, mouse: ToastMouse) {
    this.button = CreateFrame("Button", undefined, anchor);
    this.icon = this.button.CreateTexture(undefined, "ARTWORK");
    this.title = this.addLine("GameFontNormalSmall", -EDGE);
    this.text = this.addLine("GameFontHighlightMedium", -EDGE - 15);
    this.subtext = this.addLine("GameFontDisableSmall", -EDGE - 33);
    this.style();
    this.followMouse(mouse);
  }

  show(toast: Toast, now: number): void {
    this.toast = toast;
    this.shownAt = now;
    this.icon.SetTexture(toast.icon);
    this.title.SetText(toast.title);
    this.text.SetText(toast.text);
    this.subtext.SetText(toast.subtext);
    this.button.SetAlpha(0);
    this.button.Show();
  }

  hide(): void {
    this.toast = undefined;
    this.hovered = false;
    this.button.Hide();
  }

  isHovered(): boolean {
    return this.hovered;
  }

  setOpacity(opacity: number): void {
    this.button.SetAlpha(opacity);
  }

  /** Puts the toast that many units below the top of its anchor. */
  moveTo(offset: number): void {
    this.button.ClearAllPoints();
    this.button.SetPoint("TOP", this.button.GetParent(), "TOP", 0, -offset);
  }

  private style(): void {
    const { button, icon } = this;
    button.Hide();
    button.SetWidth(TOAST_WIDTH);
    button.SetHeight(TOAST_HEIGHT);
    button.SetBackdrop({
      bgFile: "Interface\\DialogFrame\\UI-DialogBox-Background",
      edgeFile: "Interface\\DialogFrame\\UI-DialogBox-Gold-Border",
      tile: true,
      tileSize: 32,
      edgeSize: 24,
      insets: { left: 6, right: 6, top: 6, bottom: 6 },
    });
    icon.SetWidth(ICON_SIZE);
    icon.SetHeight(ICON_SIZE);
    icon.SetPoint("LEFT", button, "LEFT", EDGE, 0);
    icon.SetTexCoord(0.07, 0.93, 0.07, 0.93);
  }

  private addLine(font: string, y: number): WoWAPI.FontString {
    const line = this.button.CreateFontString(undefined, "ARTWORK", font);
    line.SetPoint("TOPLEFT", this.button, "TOPLEFT", EDGE + ICON_SIZE + 10, y);
    line.SetPoint("TOPRIGHT", this.button, "TOPRIGHT", -EDGE, y);
    line.SetJustifyH("LEFT");
    line.SetHeight(16);
    return line;
  }

  private followMouse(mouse: ToastMouse): void {
    const { button } = this;
    button.RegisterForClicks("LeftButtonUp", "RightButtonUp");
    button.RegisterForDrag("LeftButton");
    button.SetScript("OnClick", (_button, mouseButton) => {
      mouse.click(this, mouseButton);
    });
    button.SetScript("OnDragStart", () => {
      mouse.dragStart();
    });
    button.SetScript("OnDragStop", () => {
      mouse.dragStop();
    });
    button.SetScript("OnEnter", () => {
      this.hovered = true;
    });
    button.SetScript("OnLeave", () => {
      this.hovered = false;
    });
  }
}
