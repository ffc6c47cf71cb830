import { crc32 } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { allHosts, isRealLibrary, serverLuas, startServer } from "./aio/libraries";
import { type LuaProcess } from "./aio/lua-process";
import { aioVectors, luaBytes } from "./aio/vectors";

interface PairVector {
  readonly name: string;
  readonly in_hex?: string;
  readonly in_repeat?: { readonly hex: string; readonly times: number };
  readonly out_hex?: string;
  readonly out_crc32?: number;
  readonly out_length: number;
}

const pairs: readonly PairVector[] = aioVectors.lualzw.pairs;

/**
 * 600,000 letters a to d, compressed by the real library. The first word of its second dictionary is longer than
 * words that this has yet, and turns up again: the fixture's vectors do not reach that.
 */
const letters = {
  input: `
    local s, list = 12, {}
    for n = 1, 600000 do
      s = s * 16807 % 2147483647
      list[n] = string.char(97 + math.floor(s / 2147483647 * 4))
    end
    local input = table.concat(list)`,
  length: 182399,
  crc32: 1046778859,
};

/** Lua that makes the 60,000 numbers of the vector that has a recipe instead of its input. */
const numbers = `
  local s, list = 9, {}
  for n = 1, 60000 do
    s = s * 16807 % 2147483647
    list[n] = string.format("%d", math.floor(s / 2147483647 * 100000) + 1)
  end
  local input = table.concat(list, ",") .. ","`;

function inputOf({ in_hex, in_repeat }: PairVector): string {
  if (in_repeat !== undefined) return `local input = ${luaBytes(in_repeat.hex)}:rep(${in_repeat.times})`;
  return in_hex === undefined ? numbers : `local input = ${luaBytes(in_hex)}`;
}

describe.each(allHosts)("lualzw, $host", ({ start }) => {
  let lua: LuaProcess;
  beforeAll(async () => {
    lua = await start();
  });
  afterAll(() => lua.stop());

  it.each(pairs)("compresses $name and brings it back", async (vector) => {
    const output = await lua.run(`
      ${inputOf(vector)}
      local output = lualzw.compress(input)
      return lualzw.decompress(output) == input and output or "not the same"`);
    expect(output).toHaveLength(vector.out_length);
    const bytes = Buffer.from(output, "latin1");
    if (vector.out_hex !== undefined) expect(bytes.toString("hex")).toBe(vector.out_hex);
    if (vector.out_crc32 !== undefined) expect(crc32(bytes)).toBe(vector.out_crc32);
  });

  it("starts a new dictionary as the real library does", async () => {
    const output = await lua.run(`
      ${letters.input}
      local output = lualzw.compress(input)
      return lualzw.decompress(output) == input and output or "not the same"`);
    expect(output).toHaveLength(letters.length);
    expect(crc32(Buffer.from(output, "latin1"))).toBe(letters.crc32);
  });

  it.each(aioVectors.lualzw.decompress_only)("decompresses $hex", async ({ hex, gives_hex, refused }) => {
    const result = await lua.run(`
      local text, problem = lualzw.decompress(${luaBytes(hex)})
      return text and host.hex(text) or problem`);
    expect(result).toBe(gives_hex ?? refused);
  });
});

describe.each(serverLuas)("code for clients, server on %s", (name) => {
  it.each(aioVectors.addon_code)("sends $code_hex with its CRC-32", async (vector) => {
    const lua = await startServer(name);
    // The double has no LuaSrcDiet: it starts from what that leaves.
    const source = isRealLibrary ? vector.source_hex : vector.after_srcdiet_hex;
    const sent = await lua.run(`
      AIO.AddAddonCode("n", ${luaBytes(source)})
      host.receive(host.players.Arthas, "\\1\\1" .. '{{3,"AIO","Init",1.75,{}}}')
      local text = host.sent[1].text:sub(3)
      local addon = Smallfolk.loads(text, #text)[1][6][1]
      return addon.name .. " " .. host.hex(addon.code) .. " " .. string.format("%.0f", addon.crc)`);
    lua.stop();
    const [addon, code, crc] = sent.split(" ");
    expect(addon).toBe(vector.name);
    expect(code).toBe(vector.code_hex);
    // BitOp's numbers are signed: the same 32 bits.
    expect(Number(crc) >>> 0).toBe(vector.crc32_unsigned);
  });
});
