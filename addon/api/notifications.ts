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
  /** The method that puts its argument into `key`: `checkArgument` blames the caller of what is returned here. */
  function setter<Key extends keyof Toast>(method: string, argument: string, expected: string, key: Key) {
    return function (this: Notification, value: Toast[Key]): Notification {
      checkArgument(method, argument, value, expected);
      toast[key] = value;
      return notification;
    };
  }
  const notification: Notification = {
    SetTitle: setter("SetTitle", "title", "string", "title"),
    SetIcon: setter("SetIcon", "texturePath", "string", "icon"),
    SetText: setter("SetText", "text", "string", "text"),
    SetSubtext: setter("SetSubtext", "text", "string", "subtext"),
    SetSound: setter("SetSound", "soundName", "string", "sound"),
    SetOnClick: setter("SetOnClick", "handler", "function", "onClick"),
    SetDuration(seconds) {
      checkArgument("SetDuration", "seconds", seconds, "number");
      if (!(seconds > 0 && seconds <= LONGEST_DURATION)) {
        error(`SetDuration: seconds must be above 0 and at most ${LONGEST_DURATION}, not ${seconds}`, 2);
      }
      toast.duration = seconds;
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
