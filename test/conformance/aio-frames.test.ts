import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CLIENT_LUA, serverLuas, startClient, startServer } from "./aio/libraries";
import { type LuaProcess } from "./aio/lua-process";
import { aioVectors, luaBytes } from "./aio/vectors";

interface FrameVector {
  readonly header: string;
  readonly from: number;
  readonly to: number;
  readonly length: number;
}
interface SplitVector {
  readonly payload_length: number;
  readonly frames_sent: number;
  readonly frames: readonly FrameVector[];
}

const { client_to_server, server_to_client, message_ids, ids_of_mixed_lengths } = aioVectors.frames;
const pattern = Buffer.from(aioVectors.about.pattern_hex, "hex");

function payloadOf(length: number): Buffer {
  return Buffer.alloc(length, pattern);
}

/** Lua that sends a message whose payload is the pattern, cut to `length`. */
const definitions = `
  local pattern = ${luaBytes(aioVectors.about.pattern_hex)}
  function send(length, ...)
    local message = AIO.Msg():Add("any")
    local payload = pattern:rep(math.ceil(length / #pattern)):sub(1, length)
    message.ToString = function() return payload end
    message:Send(...)
  end`;

/** Hex of each frame that `answer` of `host.take()` lists. */
function framesOf(answer: string): string[] {
  return answer.split("\n").flatMap((line) => line.split(" ").slice(-1));
}

interface Sender {
  readonly host: string;
  readonly start: () => Promise<LuaProcess>;
  /** Lua that makes the receiver of a new run, and the arguments of Send. */
  readonly receiver: string;
  readonly cases: readonly SplitVector[];
}

const client: Sender = {
  host: `client on ${CLIENT_LUA}`,
  start: () => startClient(),
  receiver: "",
  cases: client_to_server.cases,
};
const servers = serverLuas.map((lua): Sender => ({
  host: `server on ${lua}`,
  start: () => startServer(lua),
  receiver: "host.players.Arthas",
  cases: server_to_client.cases,
}));

describe.each([client, ...servers])("frames sent, $host", ({ start, receiver, cases }) => {
  const to = receiver === "" ? "" : `, ${receiver}`;
  let lua: LuaProcess;
  beforeAll(async () => {
    lua = await start();
    await lua.run(definitions);
  });
  afterAll(() => lua.stop());

  it.each(cases)("cuts a payload of $payload_length bytes", async (vector) => {
    // Each vector has the first id: a new session is the only way back to it.
    const fresh = await start();
    const sent = framesOf(
      await fresh.run(`${definitions} send(${vector.payload_length}${to}) return host.take()`),
    );
    fresh.stop();
    expect(sent).toHaveLength(vector.frames_sent);
    for (const { header, from, to: last, length } of vector.frames) {
      const frame = sent.find((hex) => hex.startsWith(header)) ?? "";
      expect(frame).toBe(
        header +
          payloadOf(vector.payload_length)
            .subarray(from - 1, last)
            .toString("hex"),
      );
      expect(frame.length / 2).toBe(length);
    }
  });

  it("counts long messages from 1 to 64,769 and then from 1 again", async () => {
    const wanted = message_ids.map(({ nth_long_message }) => nth_long_message);
    const longest =
      cases === client.cases ? client_to_server.max_short_payload : server_to_client.max_short_payload;
    const ids = await lua.run(`
      local ids = {}
      for nth = 1, ${Math.max(...wanted)} do
        send(${longest + 1}${to})
        ids[nth] = host.hex(host.sent[1].text:sub(1, 2))
        host.sent = {}
      end
      local some = {}
      for _, nth in ipairs({${wanted.join(",")}}) do some[#some + 1] = ids[nth] end
      return table.concat(some, " ")`);
    expect(ids.split(" ")).toEqual(message_ids.map(({ id_bytes }) => id_bytes));
  });
});

describe("ids of mixed lengths", () => {
  it("gives ids to long messages only", async () => {
    const lua = await startClient(definitions);
    const lengths = ids_of_mixed_lengths.payload_lengths.map((length) => `send(${length})`).join(" ");
    const sent = framesOf(await lua.run(`${lengths} return host.take()`));
    lua.stop();
    const seen = sent.map((hex) => ({ length: hex.length / 2, start: hex.slice(0, 12) }));
    expect(seen).toEqual(ids_of_mixed_lengths.frames);
  });
});

describe.each(serverLuas)("frames received, server on %s", (name) => {
  let lua: LuaProcess;
  beforeAll(async () => {
    lua = await startServer(name);
    // With AIO's pcall on, an error would look like nothing.
    await lua.run(`
      handled = 0
      AIO.AddHandlers("T", { X = function() handled = handled + 1 end })
      host.player_event(42, host.players.Arthas, "aio pcall")`);
  });
  afterAll(() => lua.stop());

  it.each(aioVectors.frames.received_by_server.map((vector, index) => ({ ...vector, low: index + 100 })))(
    "$name",
    async ({ frames, result, errors_here, handled, compare, low }) => {
      await lua.run(`handled = 0 sender = host.player("Sender${low}", ${low})`);
      const results: string[] = [];
      const errors: string[] = [];
      for (const frame of frames) {
        const answer = await lua.attempt(`
          local before = handled
          host.receive(sender, ${luaBytes(frame)})
          return handled > before and "handled" or "nothing"`);
        results.push(answer.ok ? answer.text : "error");
        if (!answer.ok) errors.push(answer.text);
      }
      expect(await lua.run("return handled")).toBe(String(handled));
      if (compare !== "result") return;
      expect(results).toEqual(result);
      const own = errors_here.filter((text) => !text.startsWith("attempt to"));
      for (const text of own) expect(errors.join("\n")).toContain(text);
    },
  );
});
