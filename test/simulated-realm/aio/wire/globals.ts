import { compress } from "./lualzw-compress";
import { decompress } from "./lualzw-decompress";
import { loads } from "./smallfolk-reader";
import { dumps } from "./smallfolk-writer";

/** Leaves the globals behind that AIO leaves behind beside `AIO`: scripts with these names clash with it. */
export function publishLibraries(): void {
  Smallfolk = { dumps, loads };
  lualzw = { compress, decompress };
}
