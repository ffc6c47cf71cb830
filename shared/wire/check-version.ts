const LONGEST_VERSION = 20;

/** Whether the character of that code is a letter, a digit, `.`, `+`, `-` or `_`. */
function isOfVersion(code: number): boolean {
  if (code >= 48 && code <= 57) return true;
  if ((code >= 65 && code <= 90) || (code >= 97 && code <= 122)) return true;
  return code === 46 || code === 43 || code === 45 || code === 95;
}

/**
 * What is wrong with a program's version, as the other side names it. It is shown to game masters and on the server's console: there
 * a client's text with colours, line ends or a terminal's control characters would say what is not so.
 */
export function checkVersion(version: unknown): Complaint {
  if (typeof version !== "string" || version.length > LONGEST_VERSION) {
    return `version must be a string of at most ${LONGEST_VERSION} bytes`;
  }
  for (let index = 0; index < version.length; index++) {
    if (!isOfVersion(version.charCodeAt(index))) {
      return "version must be of letters, digits, dots, plus and minus signs and underscores";
    }
  }
  return undefined;
}
import type { Complaint } from "../language/complaint";
