import { DEFAULT_DURATION, LONGEST_DURATION, type Toast } from "../notifications/toast";
import type { ToastStack } from "../notifications/toast-stack";
import { checkArgument } from "./check-arguments";

type Notification = DCIntegrationAddon.Notification;

function emptyToast(): Toast {
  return { title: "", icon: "", text: "", subtext: "", duration: DEFAULT_DURATION };
}

/** One notification: setters that fill a toast, and the stack that shows it. */
function createNotification(stack: ToastStack): Notification {
  const toast = emptyToast();
  const notification: Notification = {
    SetTitle(title) {
      checkArgument("SetTitle", "title", title, "string");
      toast.title = title;
      return notification;
    },
    SetIcon(texturePath) {
      checkArgument("SetIcon", "texturePath", texturePath, "string");
      toast.icon = texturePath;
      return notification;
    },
    SetText(text) {
      checkArgument("SetText", "text", text, "string");
      toast.text = text;
      return notification;
    },
    SetSubtext(text) {
      checkArgument("SetSubtext", "text", text, "string");
      toast.subtext = text;
      return notification;
    },
    SetSound(soundName) {
      checkArgument("SetSound", "soundName", soundName, "string");
      toast.sound = soundName;
      return notification;
    },
    SetDuration(seconds) {
      checkArgument("SetDuration", "seconds", seconds, "number");
      if (!(seconds > 0 && seconds <= LONGEST_DURATION)) {
        error(`SetDuration: seconds must be above 0 and at most ${LONGEST_DURATION}, not ${seconds}`, 2);
      }
      toast.duration = seconds;
      return notification;
    },
    SetOnClick(handler) {
      checkArgument("SetOnClick", "handler", handler, "function");
      toast.onClick = handler;
      return notification;
    },
    Show() {
      stack.show(toast);
      return notification;
    },
    Hide() {
      stack.remove(toast);
      return notification;
    },
  };
  return notification;
}

/** The maker of notifications, for other addons and for our own. */
export function createNotifications(stack: ToastStack): DCIntegrationAddon.Notifications {
  return {
    Create() {
      return createNotification(stack);
    },
  };
}
