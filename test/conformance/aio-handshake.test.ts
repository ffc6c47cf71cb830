import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CLIENT_LUA, serverLuas, startClient, startServer } from "./aio/libraries";
import { type LuaProcess } from "./aio/lua-process";
import { aioVectors, luaBytes } from "./aio/vectors";
import { exchange } from "./aio/wire";

/** Lua for a client that notes what its handler "T" gets. */
const noting = `
  seen = {}
  AIO.AddHandlers("T", { X = function(player, ...) seen[#seen + 1] = host.describe({ player, ... }) end })`;
const seen = 'return table.concat(seen, " ")';
const arthas = Buffer.from("Arthas").toString("hex");
const call = (argument: number): string => `{1=s${arthas},2=${argument}}`;

describe.each(serverLuas)(`a client on ${CLIENT_LUA} and a server on %s`, (name) => {
  let server: LuaProcess;
  let client: LuaProcess;
  beforeEach(async () => {
    server = await startServer(name);
    client = await startClient();
    await client.run(noting);
  });
  afterEach(() => {
    server.stop();
    client.stop();
  });

  /** What a frame without its prefix means, whatever order its writer's `pairs` had. */
  const meaning = (hex: string): Promise<string> =>
    client.run(`local text = ${luaBytes(hex)}:sub(3) return host.describe(Smallfolk.loads(text, #text))`);

  it("goes as the real library's does, first without a cache, then with the addon cached", async () => {
    await server.run(`AIO.AddAddonCode("hello", 'print("hello")')`);
    await client.run("host.elapse(1.2)");
    const first = await exchange(client, server);
    expect(await client.run("return host.printed[1]")).toBe("hello");

    // The next session: what the client saved, and the server after its pause.
    const saved = await client.run("return host.hex(Smallfolk.dumps(AIO_sv_Addons))");
    client.stop();
    const restored = `AIO_sv_Addons = Smallfolk.loads(${luaBytes(saved)}, ${saved.length})`;
    client = await startClient(`host.before_loaded = function() ${restored} end`);
    await client.run("host.elapse(1.2)");
    await server.run("for _, timer in ipairs(host.timers) do timer.handler(1, timer.delay, 1) end");
    const second = await exchange(client, server);
    expect(await client.run("return host.printed[1]")).toBe("hello");

    const frames = [...first, ...second];
    expect(frames).toHaveLength(aioVectors.handshake.length);
    for (const [index, vector] of aioVectors.handshake.entries()) {
      const frame = frames[index];
      expect(frame).toMatchObject({ direction: vector.direction, prefix: vector.prefix });
      expect(await meaning(frame?.hex ?? "")).toBe(await meaning(vector.hex));
    }
  });

  it("asks after 1, 1, 1.5, 2.25, ... seconds until it is answered", async () => {
    const asked = await client.run(`
      local gaps, last = {}, 0
      for tenth = 1, 160 do
        host.elapse(0.1)
        if #host.sent > 0 then gaps[#gaps + 1] = tenth - last last = tenth host.sent = {} end
      end
      return table.concat(gaps, " ")`);
    const wanted = [10, 10, 15, 22.5, 33.75, 50.625];
    const gaps = asked.split(" ").map(Number);
    expect(gaps).toHaveLength(wanted.length);
    // A frame is a tenth of a second here: a wait ends with the first one behind it.
    for (const [index, gap] of gaps.entries())
      expect(Math.abs(gap - (wanted[index] ?? 0))).toBeLessThanOrEqual(1);
    await client.run('AIO.Handle("A", "B") host.elapse(10)');
    await exchange(client, server);
    await client.run("host.elapse(100)");
    expect(await client.run("return host.take()")).toBe("");
  });

  it("keeps blocks until Init is answered, then runs them before the hooks' blocks", async () => {
    await server.run('AIO.AddOnInit(function(message) return message:Add("T", "X", 3) end)');
    await server.run(
      'AIO.Handle(host.players.Arthas, "T", "X", 1) AIO.Handle(host.players.Arthas, "T", "X", 2)',
    );
    await exchange(client, server);
    expect(await client.run(seen)).toBe("");
    await client.run("host.elapse(1.2)");
    await exchange(client, server);
    expect(await client.run(seen)).toBe([call(1), call(2), call(3)].join(" "));
    await server.run('AIO.Handle(host.players.Arthas, "T", "X", 4)');
    await exchange(client, server);
    expect(await client.run(seen)).toContain(call(4));
  });

  it("drops the kept blocks behind one that fails, prints the error and goes on", async () => {
    await client.run('AIO.RegisterEvent("Broken", function() error("broken") end)');
    await server.run(`
      local player = host.players.Arthas
      AIO.Handle(player, "T", "X", 1) AIO.Handle(player, "Broken", "X") AIO.Handle(player, "T", "X", 2)`);
    await client.run("host.elapse(1.2)");
    await exchange(client, server);
    expect(await client.run(seen)).toBe(call(1));
    expect(await client.run('return table.concat(host.printed, " ")')).toContain("broken");
    await server.run('AIO.Msg():Add("Broken"):Add("T", "X", 3):Send(host.players.Arthas)');
    await exchange(client, server);
    expect(await client.run(seen)).toBe([call(1), call(3)].join(" "));
  });

  it("runs addons in the server's order, each by itself, and forgets those that are not named", async () => {
    await client.run(`AIO_sv_Addons = {
      old = { name = "old", crc = 1, code = "Cuold = true" },
    }`);
    await server.run(`
      AIO.AddAddonCode("first", "order = 'first '")
      AIO.AddAddonCode("failing", "order = order .. 'failing ' error('failed')")
      AIO.AddAddonCode("wrong", "order = 5")
      AIO.AddAddonCode("last", "order = tostring(order) .. ' last'" .. (" "):rep(3000))`);
    await client.run("host.elapse(1.2)");
    await exchange(client, server);
    expect(await client.run("return order")).toBe("5 last");
    expect(await client.run('return table.concat(host.printed, "\\n")')).toContain("failed");
    const names = `local names = {} for name in pairs(AIO_sv_Addons) do names[#names + 1] = name end
      table.sort(names) return table.concat(names, " ")`;
    expect(await client.run(names)).toBe("failing first last wrong");
  });

  it("stops a file of both sides on the server and runs it on the client", async () => {
    const folder = mkdtempSync(join(tmpdir(), "aio-"));
    const file = join(folder, "both.lua");
    writeFileSync(file, "local AIO = AIO or require('AIO')\nif AIO.AddAddon() then return end\nran = true\n");
    await server.run(`dofile("${file}")`);
    rmSync(folder, { recursive: true });
    await client.run("host.elapse(1.2)");
    await exchange(client, server);
    expect(await server.run("return tostring(ran)")).toBe("nil");
    expect(await client.run("return tostring(ran) .. AIO_sv_Addons['both.lua'].name")).toBe("trueboth.lua");
    expect((await server.attempt(`AIO.AddAddon("${file}")`)).ok).toBe(false);
  });

  it("carries long messages both ways, every byte but NUL", async () => {
    await client.run("host.elapse(1.2)");
    await exchange(client, server);
    const bytes =
      "local bytes = {} for i = 1, 255 do bytes[i] = string.char(i) end bytes = table.concat(bytes):rep(40)";
    await server.run(`${bytes} sent = bytes AIO.AddHandlers("Echo", { Back = function(player, text)
      same = text == bytes end }) AIO.Handle(host.players.Arthas, "Ask", bytes)`);
    await client.run('AIO.RegisterEvent("Ask", function(_, text) AIO.Handle("Echo", "Back", text) end)');
    expect((await exchange(client, server)).length).toBeGreaterThan(40);
    expect(await server.run("return same")).toBe("true");
  });

  it("says so and ignores everything when the server has another version", async () => {
    await client.run(`host.receive("\\1\\1" .. '{{2,"AIO","Init",1.5}}')`);
    expect(await client.run("return host.printed[1]")).toContain("You have AIO version 1.75");
    await client.run(`host.receive("\\1\\1" .. '{{2,"T","X",1}}') host.elapse(20)`);
    expect(await client.run(seen)).toBe("");
    expect(await client.run("return host.take()")).toBe("");
  });

  it("is told its version by a server that it does not fit", async () => {
    await server.run(`host.receive(host.players.Arthas, "\\1\\1" .. '{{3,"AIO","Init",1.5,{}}}')`);
    const sent = await server.run("return host.take()");
    expect(sent).toBe(`Arthas SAIO ${Buffer.from('\x01\x01{{2,"AIO","Init",1.75}}').toString("hex")}`);
  });

  it("reloads its interface at the next click after a reload of the scripts", async () => {
    await client.run("host.elapse(1.2)");
    await exchange(client, server);
    server.stop();
    server = await startServer(name, -1, "");
    await exchange(client, server);
    expect(await client.run("return host.reloads")).toBe("0");
    await client.run("local button = host.frames[#host.frames] button.scripts.OnClick(button)");
    expect(await client.run("return host.reloads")).toBe("1");
  });

  it("takes frames from itself alone", async () => {
    await client.run("host.elapse(1.2)");
    await exchange(client, server);
    await client.run(`host.receive("\\1\\1" .. '{{2,"T","X",1}}', "Thrall")`);
    expect(await client.run(seen)).toBe("");
  });
});

describe("saved variables of the client", () => {
  it("come back as globals in the next session", async () => {
    const first = await startClient();
    const saved = await first.run(`
      AIO.AddSavedVar("ACCOUNT") AIO.AddSavedVarChar("CHARACTER")
      ACCOUNT, CHARACTER, OTHER = { 1 }, "own", 5
      host.event("PLAYER_LOGOUT")
      return host.hex(Smallfolk.dumps({ AIO_sv, AIO_sv_char }))`);
    first.stop();
    const restored = `AIO_sv, AIO_sv_char = unpack(Smallfolk.loads(${luaBytes(saved)}, ${saved.length}))`;
    const second = await startClient(`host.before_loaded = function() ${restored} end`);
    expect(await second.run("return host.describe({ ACCOUNT, CHARACTER, tostring(OTHER) })")).toBe(
      `{1={1=1},2=s${Buffer.from("own").toString("hex")},3=s${Buffer.from("nil").toString("hex")}}`,
    );
    second.stop();
  });

  it("lose cached addons that are broken", async () => {
    const client = await startClient(`host.before_loaded = function()
      AIO_sv_Addons = { whole = { name = "whole", crc = 1, code = "Cux=1" }, half = { name = "half" }, text = "x" }
    end`);
    expect(await client.run("return host.describe(AIO_sv_Addons.half) .. tostring(AIO_sv_Addons.text)")).toBe(
      "nilnil",
    );
    expect(await client.run("return AIO_sv_Addons.whole.code")).toBe("Cux=1");
    client.stop();
  });
});
