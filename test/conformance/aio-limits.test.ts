import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { serverLuas, startServer } from "./aio/libraries";
import { type LuaProcess } from "./aio/lua-process";

/**
 * Lua that fills the receive cache with finished messages of an exact number of bytes. Text from a client is shorter
 * than 510 bytes, so they are long messages of one part each.
 */
const definitions = `
  received = 0
  AIO.RegisterEvent("T", function() received = received + 1 end)
  player = host.players.Arthas
  local function number(n) return string.char(1, n + 1) end
  function part(id, count, index, slice)
    host.receive(player, number(id) .. number(count) .. number(index) .. slice)
  end
  function payload(length) return '{{1,"T","' .. ("x"):rep(length - 12) .. '"}}' end
  function fill(bytes)
    while bytes >= 600 do
      part(90, 1, 1, payload(400))
      bytes = bytes - 400
    end
    if bytes > 400 then
      part(90, 1, 1, payload(200))
      bytes = bytes - 200
    end
    part(90, 1, 1, payload(bytes))
    received = 0
  end
  function begin(id, length) part(id, 2, 1, payload(length + 3):sub(1, length)) end
  function finish(id) part(id, 2, 2, '"}}') end`;

describe.each(serverLuas)("limits, server on %s", (name) => {
  let lua: LuaProcess;
  beforeEach(async () => {
    lua = await startServer(name);
    await lua.run(definitions);
  });
  afterEach(() => lua.stop());

  const received = (action: string): Promise<string> => lua.run(`${action} return received`);

  it("loses the message that passes 500,000 bytes of long messages, and counts anew", async () => {
    await lua.run("fill(499950)");
    expect(await received("part(1, 1, 1, payload(50))")).toBe("1");
    expect(await received("part(1, 1, 1, payload(50))")).toBe("1");
    expect(await received("part(1, 1, 1, payload(50))")).toBe("2");
    await lua.run("fill(499950)");
    expect(await received("part(1, 1, 1, payload(50))")).toBe("0");
  });

  it("does not count short messages", async () => {
    await lua.run("fill(500000)");
    expect(await received('host.receive(player, "\\1\\1" .. payload(100))')).toBe("1");
    expect(await received("part(1, 1, 1, payload(50))")).toBe("1");
  });

  it("drops unfinished messages, the oldest first, before it loses the one that comes", async () => {
    await lua.run("begin(3, 300) begin(2, 300) fill(499400)");
    expect(await received("part(1, 1, 1, payload(50))")).toBe("1");
    expect(await received("finish(3)")).toBe("1");
    expect(await received("finish(2)")).toBe("2");
  });

  it("does not give back the bytes of a part that came again", async () => {
    await lua.run("begin(3, 300) begin(3, 300) fill(499400)");
    expect(await received("part(1, 1, 1, payload(50))")).toBe("1");
    await lua.run("fill(250)");
    expect(await received("part(1, 1, 1, payload(50))")).toBe("0");
  });

  it("never receives a message of more than 500,000 bytes", async () => {
    await lua.run(`
      local slice = ("x"):rep(500)
      local function header(index) return string.char(1, 2, 4, 251, math.floor(index / 254) + 1, index % 254 + 1) end
      host.receive(player, header(1) .. '{{1,"T","')
      for index = 2, 1010 do host.receive(player, header(index) .. slice) end
      host.receive(player, header(1011) .. '"}}')`);
    expect(await received("")).toBe("0");
  });

  it("starts ids and counting again after a logout", async () => {
    const firstId = `
      AIO.Msg():Add("A", ("x"):rep(3000)):Send(player)
      local id = host.hex(host.sent[1].text:sub(1, 2))
      host.sent = {}
      return id`;
    expect([await lua.run(firstId), await lua.run(firstId)]).toEqual(["0102", "0103"]);
    await lua.run("fill(500000) host.player_event(4, player)");
    expect(await received("part(1, 1, 1, payload(50))")).toBe("1");
    expect(await lua.run(firstId)).toBe("0102");
  });

  it("keeps an unfinished message for 15,000 seconds", async () => {
    const check = "for _, timer in ipairs(host.timers) do timer.handler(1, timer.delay, 1) end";
    await lua.run(`begin(3, 300) host.clock = host.clock + 14990 ${check}`);
    expect(await received("finish(3)")).toBe("1");
    await lua.run(`begin(3, 300) host.clock = host.clock + 15010 ${check}`);
    expect(await received("finish(3)")).toBe("1");
  });

  it("answers one Init of a character until its pause is over, also after a relog", async () => {
    const init = `host.receive(player, "\\1\\1" .. '{{3,"AIO","Init",1.75,{}}}') return #host.take() > 0`;
    await lua.run("host.timers = {}");
    expect(await lua.run(init)).toBe("true");
    await lua.run("host.player_event(4, player)");
    expect(await lua.run(init)).toBe("false");
    expect(
      await lua.run("return #host.timers .. ' ' .. host.timers[1].delay .. ' ' .. host.timers[1].repeats"),
    ).toBe("1 5000 1");
    await lua.run("host.timers[1].handler(1, 5000, 1)");
    expect(await lua.run(init)).toBe("true");
  });

  it("answers no client any more after an OnInit hook that fails", async () => {
    await lua.run('AIO.AddOnInit(function() error("hook") end)');
    const sent = await lua.run(
      `host.receive(player, "\\1\\1" .. '{{3,"AIO","Init",1.75,{}}}') return host.take()`,
    );
    expect(sent).toBe("");
  });
});

describe.each(serverLuas)("states, server on %s", (name) => {
  const keys = `
    local names = {}
    for key in pairs(AIO) do if key ~= "unpack" then names[#names + 1] = key end end
    table.sort(names)
    return table.concat(names, " ")`;

  it("has all functions in the main state", async () => {
    const lua = await startServer(name);
    const everything =
      "AddAddon AddAddonCode AddHandlers AddOnInit GetVersion Handle IsMainState IsServer Msg RegisterEvent";
    expect(await lua.run(keys)).toBe(everything);
    expect(await lua.run("return tostring(AIO.IsMainState()) .. tostring(AIO.IsServer())")).toBe("truetrue");
    lua.stop();
  });

  it("only sends in a map state", async () => {
    const lua = await startServer(name, 571);
    expect(await lua.run(keys)).toBe("AddAddon GetVersion Handle IsMainState IsServer Msg");
    expect(await lua.run("return tostring(AIO.IsMainState()) .. tostring(AIO.AddAddon())")).toBe("falsetrue");
    expect(await lua.run("return next(host.hooks.server) or next(host.hooks.player) or 'no hooks'")).toBe(
      "no hooks",
    );
    expect(await lua.run('AIO.Handle(host.players.Arthas, "A", "B") return #host.sent')).toBe("1");
    lua.stop();
  });
});
