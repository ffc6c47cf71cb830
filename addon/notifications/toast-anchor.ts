import { DEFAULT_POSITION, type Settings } from "../cache/settings";
import { TOAST_HEIGHT, TOAST_WIDTH } from "./toast-frame";

/** The invisible frame that the toasts hang below. Dragging a toast moves it, and the settings keep where to. */
export class ToastAnchor {
  readonly frame = CreateFrame("Frame", undefined, UIParent);
  private settings: Settings;

  constructor(settings: Settings) {
    this.settings = settings;
    const { frame } = this;
    frame.SetWidth(TOAST_WIDTH);
    frame.SetHeight(TOAST_HEIGHT);
    frame.SetFrameStrata("DIALOG");
    frame.SetMovable(true);
    frame.SetClampedToScreen(true);
    this.apply(settings);
  }

  /** Takes over size and position of `settings`, which are kept and written to from now on. */
  apply(settings: Settings): void {
    this.settings = settings;
    const { point, relativePoint, x, y } = settings.position;
    this.frame.SetScale(settings.scale);
    this.frame.ClearAllPoints();
    this.frame.SetPoint(point, UIParent, relativePoint, x, y);
  }

  reset(): void {
    this.settings.position = DEFAULT_POSITION;
    this.apply(this.settings);
  }

  startMoving(): void {
    this.frame.StartMoving();
  }

  /** The client has hung the frame on some point of the screen: that is what is kept. */
  stopMoving(): void {
    this.frame.StopMovingOrSizing();
    const [point, , relativePoint, x, y] = this.frame.GetPoint(1);
    this.settings.position = { point, relativePoint, x, y };
  }
}
