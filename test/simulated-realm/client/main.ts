import {
  collectVariables,
  declareAddon,
  finishAddon,
  provideAddonFunctions,
  restoreVariables,
  runAddonFile,
  setAddonField,
} from "./addons";
import { provideCatalogue } from "./api/catalogue";
import { provideInterface } from "./api/interface";
import { provideLua } from "./api/lua";
import { provideMessages } from "./api/messages";
import { provideUnits } from "./api/units";
import { onUpdateCount, tick } from "./clock";
import { clearGlobals } from "./globals";
import { fromHex, toHex } from "./hex";
import { jsonList } from "./json";
import { runSlash } from "./slash";
import { fireEvent } from "./widgets/events";
import "./widgets/region";
import "./widgets/text";
import "./widgets/texture";
import "./widgets/controls";
import "./widgets/messages";
import { shownTexts } from "./widgets/shown-texts";

let loggedIn = false;

/** The text of a file that the host put into the virtual file system: the way for large or binary texts. */
function readMounted(path: string): string {
  const [file, fault] = io.open(path, "rb");
  if (file === undefined) error(fault);
  const text = file.read("*a");
  file.close();
  return text ?? "";
}

function runCode(path: string): string {
  const [chunk, fault] = loadstring(readMounted(path), "=run");
  if (chunk === undefined) error(fault, 0);
  return toHex(jsonList(...(chunk as () => LuaMultiReturn<unknown[]>)()));
}

type Operation = (this: void, ...args: string[]) => unknown;

const operations: Record<string, Operation | undefined> = {
  declareAddon,
  setAddonField: (name, field, valueHex) => {
    setAddonField(name, field, fromHex(valueHex));
  },
  runAddonFile: (name, file, path) => {
    runAddonFile(name, file, readMounted(path));
  },
  restoreVariables: (name, path) => {
    restoreVariables(name, readMounted(path));
  },
  finishAddon,
  collectVariables: (name) => toHex(collectVariables(name)),
  enterWorld: () => {
    loggedIn = true;
    fireEvent("VARIABLES_LOADED");
    fireEvent("PLAYER_LOGIN");
    fireEvent("PLAYER_ENTERING_WORLD");
  },
  leaveWorld: () => {
    fireEvent("PLAYER_LEAVING_WORLD");
    fireEvent("PLAYER_LOGOUT");
  },
  receive: (prefixHex, textHex, chatType, sender) => {
    fireEvent("CHAT_MSG_ADDON", fromHex(prefixHex), fromHex(textHex), chatType, sender);
  },
  tick: (seconds) => {
    tick(tonumber(seconds) ?? 0);
  },
  run: runCode,
  slash: (lineHex) => {
    runSlash(fromHex(lineHex));
  },
  shownTexts: (prefix) => toHex(jsonList(...shownTexts(prefix))),
  onUpdateCount: () => onUpdateCount(),
  memoryKb: () => {
    collectgarbage("collect");
    return collectgarbage("count");
  },
};

/** The one door of the host: "+" and the result, or "-" and the error's bytes in hexadecimal digits. */
export function dispatch(this: void, name: string, ...args: string[]): string {
  const operation = operations[name] ?? error(`the double has no operation ${name}`);
  const [succeeded, result] = pcall(operation, ...args);
  return succeeded ? `+${result === undefined ? "" : tostring(result)}` : `-${toHex(tostring(result))}`;
}

clearGlobals();
provideLua();
provideUnits(() => loggedIn);
provideCatalogue();
provideMessages();
provideInterface();
provideAddonFunctions();
