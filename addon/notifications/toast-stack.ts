import type { Settings } from "../cache/settings";
import { say } from "../client/chat";
import { guarded } from "../client/guard";
import type { Task, Ticker } from "../client/ticker";
import { AGE_FADED_IN, opacityAt, type Toast, toastLine } from "./toast";
import type { ToastAnchor } from "./toast-anchor";
import { TOAST_HEIGHT, ToastFrame, type ToastMouse } from "./toast-frame";

/** More toasts than this wait until one has gone. */
const MOST_AT_ONCE = 4;
const GAP = 4;

/**
 * The toasts on the screen, oldest on top, and the queue behind them. Frames are made as needed and used again: the
 * client never frees one. Nothing runs while no toast is shown.
 */
export class ToastStack {
  private shown: ToastFrame[] = [];
  private readonly spare: ToastFrame[] = [];
  private waiting: Toast[] = [];
  private task: Task | undefined;
  private lastSound: string | undefined;
  private lastSoundAt = 0;
  private readonly mouse: ToastMouse;

  constructor(
    private readonly anchor: ToastAnchor,
    private readonly ticker: Ticker,
    private readonly settings: (this: void) => Settings,
  ) {
    this.mouse = {
      click: (frame, button) => {
        this.click(frame, button);
      },
      dragStart: () => {
        anchor.startMoving();
      },
      dragStop: () => {
        anchor.stopMoving();
      },
    };
  }

  /**
   * Shows `toast`, or queues it when the screen has its share; one that is shown already starts anew. To a player who
   * has turned notifications off it is a line in the chat.
   */
  show(toast: Toast): void {
    this.remove(toast);
    if (this.hasRoom()) this.bringUp(toast);
    else this.waiting.push(toast);
  }

  /** Takes `toast` off the screen or out of the queue. */
  remove(toast: Toast): void {
    const waiting: Toast[] = [];
    for (const other of this.waiting) {
      if (other !== toast) waiting.push(other);
    }
    this.waiting = waiting;
    for (const frame of this.shown) {
      if (frame.toast === toast) frame.hide();
    }
    this.settle();
  }

  /** The chat always has room. */
  private hasRoom(): boolean {
    return this.shown.length < MOST_AT_ONCE || !this.settings().toasts;
  }

  private bringUp(toast: Toast): void {
    if (this.settings().toasts) this.place(toast);
    else say(toastLine(toast));
    this.playSound(toast.sound);
  }

  private place(toast: Toast): void {
    const frame = this.spare.pop() ?? new ToastFrame(this.anchor.frame, this.mouse);
    frame.moveTo(this.shown.length * (TOAST_HEIGHT + GAP));
    frame.show(toast, GetTime());
    this.shown.push(frame);
    this.task ??= this.ticker.everyPicture("notifications", (now) => {
      this.fade(now);
    });
  }

  /** Several toasts that appear together sound once, not several times as loud. */
  private playSound(sound: string | undefined): void {
    if (sound === undefined || !this.settings().sound) return;
    const now = GetTime();
    if (sound === this.lastSound && now === this.lastSoundAt) return;
    this.lastSound = sound;
    this.lastSoundAt = now;
    PlaySound(sound);
  }

  private fade(now: number): void {
    let ended = false;
    for (const frame of this.shown) {
      if (frame.isHovered()) frame.shownAt = now - AGE_FADED_IN;
      const opacity = opacityAt(now - frame.shownAt, frame.toast?.duration ?? 0);
      if (opacity === undefined) {
        frame.hide();
        ended = true;
      } else frame.setOpacity(opacity);
    }
    if (ended) this.settle();
  }

  /** Closes the gaps that hidden toasts left, fills up from the queue, and stops the clock when nothing is left. */
  private settle(): void {
    const left: ToastFrame[] = [];
    for (const frame of this.shown) {
      if (frame.toast === undefined) this.spare.push(frame);
      else {
        frame.moveTo(left.length * (TOAST_HEIGHT + GAP));
        left.push(frame);
      }
    }
    this.shown = left;
    while (this.waiting.length > 0 && this.hasRoom()) {
      const toast = table.remove(this.waiting, 1);
      if (toast !== undefined) this.bringUp(toast);
    }
    if (this.shown.length > 0) return;
    this.ticker.cancel(this.task);
    this.task = undefined;
  }

  private click(frame: ToastFrame, button: WoWAPI.MouseButton): void {
    const { toast } = frame;
    if (toast === undefined) return;
    if (toast.onClick !== undefined) guarded(`click on '${toast.title}'`, toast.onClick, button);
    this.remove(toast);
  }
}
