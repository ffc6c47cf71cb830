import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { allHosts } from "./aio/libraries";
import { type LuaProcess } from "./aio/lua-process";
import { aioVectors, luaBytes, luaValue, type TypedValue } from "./aio/vectors";

interface DumpVector {
  readonly name: string;
  readonly value: TypedValue;
  readonly hex: string;
  readonly compare: string;
}

const { accept, reject } = aioVectors.smallfolk;
const dump = aioVectors.smallfolk.dump as readonly DumpVector[];

// The size limit of the real library's reader is given as the text's own length, as AIO does.
const loads = (hex: string): string => `Smallfolk.loads(${luaBytes(hex)}, ${hex.length / 2})`;

describe.each(allHosts)("Smallfolk, $host", ({ start }) => {
  let lua: LuaProcess;
  beforeAll(async () => {
    lua = await start();
  });
  afterAll(() => lua.stop());

  it.each(dump)("writes $name so that reading gives it back", async ({ value }) => {
    const expression = luaValue(value);
    const back = await lua.run(
      `return host.describe(Smallfolk.loads(Smallfolk.dumps(${expression}), 10000))`,
    );
    expect(back).toBe(await lua.run(`return host.describe(${expression})`));
  });

  it.each(dump.filter(({ compare }) => compare === "bytes"))(
    "writes $name byte for byte",
    async ({ value, hex }) => {
      expect(await lua.run(`return host.hex(Smallfolk.dumps(${luaValue(value)}))`)).toBe(hex);
    },
  );

  it.each(dump)("reads $name", async ({ value, hex }) => {
    const read = await lua.run(`return host.describe(${loads(hex)})`);
    expect(read).toBe(await lua.run(`return host.describe(${luaValue(value)})`));
  });

  it.each(accept)("accepts $text", async ({ hex, value }) => {
    const read = await lua.run(`return host.describe(${loads(hex)})`);
    expect(read).toBe(await lua.run(`return host.describe(${luaValue(value as TypedValue)})`));
  });

  it.each(reject)("rejects $text", async ({ hex }) => {
    const { ok, text } = await lua.attempt(`return ${loads(hex)}`);
    expect(ok, text).toBe(false);
  });

  it.each(["print", "coroutine.create(print)", "{1, {print}}"])("cannot write %s", async (expression) => {
    const { ok } = await lua.attempt(`return Smallfolk.dumps(${expression})`);
    expect(ok).toBe(false);
  });

  it("writes a table twice that is reached twice", async () => {
    expect(await lua.run("local t = {7} return Smallfolk.dumps({t, t})")).toBe("{{7},{7}}");
  });

  it("runs out of stack on a cycle", async () => {
    const { ok, text } = await lua.attempt("local t = {} t[1] = t return Smallfolk.dumps(t)");
    expect(ok).toBe(false);
    expect(text).toMatch(/overflow/);
  });
});
