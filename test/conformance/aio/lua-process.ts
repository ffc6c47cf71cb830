import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { createInterface } from "node:readline";

/** What a request came to: the chunk's result, or its error, as bytes (one character a byte). */
export interface LuaAnswer {
  readonly ok: boolean;
  readonly text: string;
}

interface Waiting {
  readonly resolve: (answer: LuaAnswer) => void;
  readonly reject: (reason: Error) => void;
}

/** A Lua executable that runs one of the hosts beside this file and answers requests (session.lua). */
export class LuaProcess {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #waiting: Waiting[] = [];
  #complaint = "";

  constructor(lua: string, args: readonly string[]) {
    this.#child = spawn(lua, args);
    createInterface({ input: this.#child.stdout }).on("line", (line) => this.#answer(line));
    this.#child.stderr.on("data", (text: Buffer) => (this.#complaint += text.toString()));
    this.#child.on("error", (problem) => this.#fail(problem));
    this.#child.on("close", () => this.#fail(new Error(`${lua} ended: ${this.#complaint}`)));
  }

  /** Runs a chunk and gives the text that it returns; rejects with its error. */
  async run(source: string): Promise<string> {
    const answer = await this.attempt(source);
    if (!answer.ok) throw new Error(answer.text);
    return answer.text;
  }

  /** As {@link run}, for chunks whose error is the expected result. */
  attempt(source: string): Promise<LuaAnswer> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      this.#child.stdin.write(`${Buffer.from(source).toString("hex")}\n`);
    });
  }

  stop(): void {
    this.#child.kill();
  }

  #answer(line: string): void {
    const [status, hex = ""] = line.split(" ");
    const text = Buffer.from(hex, "hex").toString("latin1");
    this.#waiting.shift()?.resolve({ ok: status === "ok", text });
  }

  #fail(reason: Error): void {
    for (const { reject } of this.#waiting.splice(0)) reject(reason);
  }
}
