/** What a toast shows, and for how long. */
export interface Toast {
  title: string;
  /** Texture path; nothing is drawn for an empty one. */
  icon: string;
  text: string;
  subtext: string;
  /** A name for `PlaySound`, or nothing. */
  sound?: string;
  /** Seconds between fading in and fading out. */
  duration: number;
  onClick?: (this: void, button: WoWAPI.MouseButton) => void;
}

/** The toast as a line for the chat. */
export function toastLine({ title, text, subtext }: Toast): string {
  const line = strtrim(`${title} ${text}`);
  return subtext === "" ? line : `${line} (${subtext})`;
}

export const DEFAULT_DURATION = 5;
export const LONGEST_DURATION = 60;

const FADE_IN_SECONDS = 0.3;
const FADE_OUT_SECONDS = 1;

/** Opacity, 0 to 1, of a toast of that age in seconds; nothing when its time is over. */
export function opacityAt(age: number, duration: number): number | undefined {
  if (age < FADE_IN_SECONDS) return age / FADE_IN_SECONDS;
  const fading = age - FADE_IN_SECONDS - duration;
  if (fading <= 0) return 1;
  if (fading < FADE_OUT_SECONDS) return 1 - fading / FADE_OUT_SECONDS;
  return undefined;
}

/** The age of a toast that has just faded in: what a toast under the mouse is kept at. */
export const AGE_FADED_IN = FADE_IN_SECONDS;
