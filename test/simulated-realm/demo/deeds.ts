import type { Deed } from "./command-line";
import type { Stage, Step } from "./stage";
import { ARTHAS } from "./story";

function runLua({ realm, commentary }: Stage, code: string): void {
  const values = realm.world.run(code);
  if (values.length > 0)
    commentary.says("the realm", `returned ${values.map((value) => JSON.stringify(value)).join(", ")}`);
}

async function type({ realm, commentary }: Stage, line: string): Promise<void> {
  if (line.startsWith(".")) {
    if (!realm.world.command(ARTHAS.name, line.slice(1)))
      commentary.error("the realm", "no script has this command");
    return;
  }
  const client = realm.client(ARTHAS.name);
  const before = client.reloadRequests;
  client.slash(line);
  if (client.reloadRequests > before) await realm.reloadInterface(ARTHAS.name);
}

/** Does it; what it raises is told, and the realm goes on. */
async function act(stage: Stage, deed: Deed): Promise<void> {
  try {
    if (deed.is === "lua") runLua(stage, deed.text);
    else await type(stage, deed.text);
  } catch (failure) {
    stage.commentary.error("--lua", failure instanceof Error ? failure.message : String(failure));
  }
}

/** What the author wants done once the story is over, as steps. */
export function deedSteps(stage: Stage, deeds: readonly Deed[]): readonly Step[] {
  return deeds.map((deed) => ({
    title: deed.is === "lua" ? "Your Lua" : "Arthas types",
    happens: deed.text,
    act: () => act(stage, deed),
    arrivals: [],
  }));
}
