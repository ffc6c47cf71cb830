import { type LuaProcess } from "./lua-process";

/** One frame on its way. */
export interface SentFrame {
  readonly direction: "client to server" | "server to client";
  readonly prefix: string;
  readonly hex: string;
}

async function taken(from: LuaProcess, direction: SentFrame["direction"]): Promise<SentFrame[]> {
  const answer = await from.run("return host.take()");
  const lines = answer === "" ? [] : answer.split("\n");
  return lines.map((line) => {
    const [hex = "", prefix = ""] = line.split(" ").reverse();
    return { direction, prefix, hex };
  });
}

/** Carries frames both ways until nobody sends any more, and tells what it carried. */
export async function exchange(client: LuaProcess, server: LuaProcess): Promise<SentFrame[]> {
  const all: SentFrame[] = [];
  for (;;) {
    const up = await taken(client, "client to server");
    for (const { hex } of up) await server.run(`host.receive(host.players.Arthas, host.unhex("${hex}"))`);
    const down = await taken(server, "server to client");
    for (const { hex } of down) await client.run(`host.receive(host.unhex("${hex}"))`);
    if (up.length + down.length === 0) return all;
    all.push(...up, ...down);
  }
}
