import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { allHosts, serverLuas, startServer } from "./aio/libraries";
import { type LuaProcess } from "./aio/lua-process";
import { aioVectors, luaValue, type TypedValue } from "./aio/vectors";

interface MessageVector {
  readonly case: string;
  readonly compare: string;
  readonly blocks: readonly { readonly name: string; readonly args: readonly TypedValue[] }[];
  readonly hex: string;
}

const messages = aioVectors.messages as readonly MessageVector[];

function added({ blocks }: MessageVector): string {
  const adds = blocks.map(({ name, args }) => {
    const bytes = Buffer.from(name).toString("hex");
    return `:Add(${[luaValue({ t: "str", hex: bytes }), ...args.map(luaValue)].join(",")})`;
  });
  return `AIO.Msg()${adds.join("")}`;
}

describe.each(allHosts)("messages, $host", ({ start }) => {
  let lua: LuaProcess;
  beforeAll(async () => {
    lua = await start();
  });
  afterAll(() => lua.stop());

  it.each(messages)("writes $case", async (vector) => {
    const written = await lua.run(`return host.hex(${added(vector)}:ToString())`);
    if (vector.compare === "bytes") expect(written).toBe(vector.hex);
    const meaning = (hex: string): Promise<string> =>
      lua.run(`return host.describe(Smallfolk.loads(host.unhex("${hex}"), 10000))`);
    expect(await meaning(written)).toBe(await meaning(vector.hex));
  });

  it("appends the blocks of another message", async () => {
    const text = await lua.run('return AIO.Msg():Add("A", 1):Append(AIO.Msg():Add("B", 2)):ToString()');
    expect(text).toBe('{{1,"A",1},{1,"B",2}}');
  });

  it("forgets all blocks when it is cleared", async () => {
    expect(await lua.run('local m = AIO.Msg():Add("A") m:Assemble():Clear() return m:ToString()')).toBe(
      "nil",
    );
    expect(await lua.run('return AIO.Msg():Add("A"):Clear():HasMsg()')).toBe("false");
    expect(await lua.run('return AIO.Msg():Add("A"):HasMsg()')).toBe("true");
  });

  it("writes blocks that are added after the text was made", async () => {
    expect(await lua.run('return AIO.Msg():Add("A"):Assemble():Add("B"):ToString()')).toBe(
      '{{0,"A"},{0,"B"}}',
    );
  });

  it("raises for what cannot be written in ToString and not in Add", async () => {
    expect(await lua.run('message = AIO.Msg():Add("A", print) return "added"')).toBe("added");
    expect((await lua.attempt("message:ToString()")).ok).toBe(false);
  });

  it("raises for a block without a name and for an event that is taken", async () => {
    expect((await lua.attempt("AIO.Msg():Add()")).ok).toBe(false);
    expect((await lua.attempt('AIO.RegisterEvent("Taken", print) return "registered"')).text).toBe(
      "registered",
    );
    const { ok, text } = await lua.attempt('AIO.RegisterEvent("Taken", print)');
    expect(ok).toBe(false);
    expect(text).toContain("already registered");
  });

  it("takes handler tables of functions only and returns them", async () => {
    expect(await lua.run('local t = { F = print } return AIO.AddHandlers("Good", t) == t')).toBe("true");
    expect((await lua.attempt('AIO.AddHandlers("Bad", { F = 5 })')).ok).toBe(false);
  });

  it("tells its version", async () => {
    expect(await lua.run("return AIO.GetVersion()")).toBe("1.75");
  });
});

describe.each(serverLuas)("handlers, server on %s", (name) => {
  let lua: LuaProcess;
  beforeAll(async () => {
    lua = await startServer(name);
    await lua.run(`
      function receive(text, target) seen = {} host.receive(host.players.Arthas, "\\1\\1" .. text, target) end
      local function note(player, ...)
        seen[#seen + 1] = player:GetName() .. host.describe({ n = select("#", ...), ... })
      end
      AIO.RegisterEvent("Event", note)
      AIO.RegisterEvent("Broken", function() error("broken") end)
      handlers = AIO.AddHandlers("Table", { Known = note })`);
  });
  afterAll(() => lua.stop());

  /** What the handlers saw of a payload. */
  const seen = (payload: string): Promise<string> =>
    lua.run(`receive('${payload}') return table.concat(seen, " ")`);

  it("gives the player and as many arguments as the block counts", async () => {
    expect(await seen('{{3,"Event",1,n,n}}')).toBe("Arthas{1=1,s6e=3}");
    expect(await seen('{{1,"Event",1,2}}')).toBe("Arthas{1=1,s6e=1}");
    expect(await seen('{{-3,"Event",1,2}}')).toBe("Arthas{s6e=0}");
  });

  it("calls the handler that a table has for the first argument, also one added later", async () => {
    expect(await seen('{{2,"Table","Known",5}}')).toBe("Arthas{1=5,s6e=1}");
    expect(await seen('{{2,"Table","Later",5}}')).toBe("");
    await lua.run("handlers.Later = handlers.Known");
    expect(await seen('{{2,"Table","Later",5}}')).toBe("Arthas{1=5,s6e=1}");
    expect(await seen('{{0,"Table"}}')).toBe("");
  });

  it("reaches inherited keys: a client may name them too", async () => {
    await lua.run("setmetatable(handlers, { __index = { Inherited = handlers.Known } })");
    expect(await seen('{{1,"Table","Inherited"}}')).toBe("Arthas{s6e=0}");
  });

  it("loses errors without a line and goes on with the next block", async () => {
    await lua.run("host.printed = {}");
    expect(await seen('{{0,"Broken"},{0,"Nobody"},5,{16,"Event"},{1,"Event",2}}')).toBe("Arthas{1=2,s6e=1}");
    expect(await lua.run("return #host.printed")).toBe("0");
  });

  it("lets errors through, and loses the rest of the message, while any player has switched the pcall off", async () => {
    const toggle = 'host.player_event(42, host.players.Arthas, "aio pcall")';
    await lua.run(toggle);
    const { ok, text } = await lua.attempt(`receive('{{0,"Broken"},{0,"Event"}}')`);
    expect(ok).toBe(false);
    expect(text).toContain("broken");
    expect(await lua.run("return #seen")).toBe("0");
    await lua.run(toggle);
    expect(await seen('{{0,"Broken"},{0,"Event"}}')).toBe("Arthas{s6e=0}");
  });

  it("hears only whispers of a player to himself with AIO's prefix", async () => {
    await lua.run(`receive('{{0,"Event"}}', host.player("Thrall", 8))`);
    expect(await lua.run("return #seen")).toBe("0");
    await lua.run(`host.receive(host.players.Arthas, "\\1\\1" .. '{{0,"Event"}}', nil, "OTHER")`);
    expect(await lua.run("return #seen")).toBe("0");
  });

  it("sends doubled copies behind the second of several players", async () => {
    const sent = await lua.run(`
      local list = {}
      for i = 1, 5 do list[i] = host.player("P" .. i, 20 + i) end
      AIO.Msg():Add("A"):Send((unpack or table.unpack)(list))
      local names = {}
      for i, frame in ipairs(host.sent) do names[i] = frame.name end
      host.sent = {}
      return table.concat(names, " ")`);
    const copies = [1, 2, 3, 4, 5].map((i) => sent.split(" ").filter((player) => player === `P${i}`).length);
    expect(copies).toEqual([1, 1, 2, 4, 8]);
  });

  it("sends nothing without blocks or a player", async () => {
    expect((await lua.attempt("AIO.Msg():Send(host.players.Arthas)")).ok).toBe(false);
    expect((await lua.attempt('AIO.Msg():Add("A"):Send()')).ok).toBe(false);
    expect((await lua.attempt('AIO.Handle("Arthas", "A", "B")')).ok).toBe(false);
    expect(await lua.run("return host.take()")).toBe("");
  });
});
