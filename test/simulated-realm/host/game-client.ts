import { readFileSync } from "node:fs";
import path from "node:path";
import { clientLists } from "./client-lists";
import { ClientState } from "./client-state";
import { parseToc, requiredAddons, type Toc } from "./toc";

/** An addon message on its way to the server. */
export interface SentMessage {
  readonly prefix: string;
  readonly text: Uint8Array;
  readonly chatType: string;
  /** Name of the player it is for; "" unless the type is WHISPER. */
  readonly target: string;
}

/** An addon message from the server. */
export interface ReceivedMessage {
  readonly prefix: string;
  readonly text: Uint8Array;
  readonly chatType: string;
  readonly sender: string;
}

export interface AddonFile {
  /** Path below the addon's folder. */
  readonly name: string;
  readonly code: string;
}

export interface GameClientOptions {
  readonly playerName: string;
  /** "enUS" unless given. */
  readonly locale?: string;
  /** 80 unless given. */
  readonly level?: number;
  /** Lua text by addon name, as `logout` gave it; the texts hold one byte a character (latin1). */
  readonly savedVariables?: ReadonlyMap<string, string>;
  readonly send: (message: SentMessage) => void;
}

function hex(text: string): string {
  return Buffer.from(text, "utf8").toString("hex");
}

function unhex(digits: string, encoding: BufferEncoding = "utf8"): string {
  return Buffer.from(digits, "hex").toString(encoding);
}

/** The JSON array that the double wrote. */
function parseList(digits: string): unknown[] {
  const parsed: unknown = JSON.parse(unhex(digits));
  return Array.isArray(parsed) ? parsed : [];
}

/** What a client did, in the order in which it did it. */
interface Records {
  readonly chat: string[];
  readonly errors: string[];
  readonly sounds: string[];
  readonly violations: string[];
  reloads: number;
}

/** The functions that the double calls, see test/simulated-realm/client/host.ts. */
function hostFunctions(options: GameClientOptions, records: Records): object {
  const lists = new Map([
    ["chat", records.chat],
    ["errors", records.errors],
    ["sounds", records.sounds],
    ["violations", records.violations],
  ]);
  return {
    ...clientLists,
    playerName: options.playerName,
    locale: options.locale ?? "enUS",
    level: options.level ?? 80,
    record: (list: string, digits: string) => {
      lists.get(list)?.push(unhex(digits));
    },
    reload: () => {
      records.reloads++;
    },
    send: (prefix: string, text: string, chatType: string, target: string) => {
      options.send({ prefix: unhex(prefix), text: Buffer.from(text, "hex"), chatType, target });
    },
  };
}

/**
 * A 3.3.5a game client without pictures: one player, real Lua 5.1, the game's globals and widgets as far as the lists
 * of the client have them. Code of addons runs only inside `loadAddon`, `enterWorld`, `receive`, `tick`, `run`,
 * `slash` and `logout`.
 */
export class GameClient {
  private readonly loaded = new Set<string>();
  private readonly inbox: ReceivedMessage[] = [];
  private depth = 0;
  private closed = false;

  private constructor(
    private readonly options: GameClientOptions,
    private readonly records: Records,
    private readonly state: ClientState,
  ) {}

  /** A client at the point where it begins to load addons. */
  static async start(options: GameClientOptions): Promise<GameClient> {
    const records: Records = { chat: [], errors: [], sounds: [], violations: [], reloads: 0 };
    return new GameClient(options, records, await ClientState.create(hostFunctions(options, records)));
  }

  get playerName(): string {
    return this.options.playerName;
  }

  /** Lines in the chat windows, oldest first. */
  get chat(): string[] {
    return this.records.chat;
  }

  /** Errors that reached the error handler. */
  get errors(): string[] {
    return this.records.errors;
  }

  /** Names and paths of played sounds. */
  get sounds(): string[] {
    return this.records.sounds;
  }

  /** Globals that were read although the game has none of that name. */
  get violations(): string[] {
    return this.records.violations;
  }

  /** How often an addon or the player asked for a reload; a reload is a logout and a start with its variables. */
  get reloadRequests(): number {
    return this.records.reloads;
  }

  /** Loads the addon in the folder, named like it, unless an addon that it depends on is not loaded. */
  loadAddon(folder: string): void {
    const name = path.basename(folder);
    const toc = parseToc(readFileSync(path.join(folder, `${name}.toc`), "utf8"));
    this.load(name, toc, (file) => readFileSync(path.join(folder, file)));
  }

  /** The same from memory; `toc` holds the fields of the .toc file. */
  loadAddonCode(name: string, files: readonly AddonFile[], toc: Readonly<Record<string, string>> = {}): void {
    const code = new Map(files.map((file) => [file.name, file.code]));
    const fields = new Map(Object.entries(toc));
    this.load(name, { fields, files: [...code.keys()] }, (file) => Buffer.from(code.get(file) ?? "", "utf8"));
  }

  isAddonLoaded(name: string): boolean {
    return this.loaded.has(name);
  }

  /** The loading screen ends: PLAYER_LOGIN, PLAYER_ENTERING_WORLD. */
  enterWorld(): void {
    this.call("enterWorld");
  }

  /** CHAT_MSG_ADDON. What arrives while the client's code runs comes after it. */
  receive(message: ReceivedMessage): void {
    this.inbox.push(message);
    if (this.depth === 0) this.deliver();
  }

  /** Lets time pass in steps of at most 0.05 seconds: GetTime, OnUpdate, animations. */
  tick(seconds: number): void {
    this.call("tick", seconds);
  }

  /**
   * Runs Lua code and gives its results: sequences as arrays, other tables as objects, nil as null, functions and widgets as text.
   * @throws the code's error.
   */
  run(lua: string): unknown[] {
    return parseList(this.guarded(() => this.state.callWithFile(lua, "run")));
  }

  /** A line of the player, for example "/dci status". */
  slash(line: string): void {
    this.call("slash", hex(line));
  }

  /** PLAYER_LEAVING_WORLD, PLAYER_LOGOUT, then the text of every addon's saved variables; closes the client. */
  logout(): Map<string, string> {
    this.call("leaveWorld");
    const texts = new Map<string, string>();
    for (const name of this.loaded) texts.set(name, unhex(this.call("collectVariables", name), "latin1"));
    this.close();
    return texts;
  }

  /** Texts in visible frames whose name, or an ancestor's, begins with the prefix. */
  shownTexts(frameNamePrefix = ""): string[] {
    return parseList(this.call("shownTexts", frameNamePrefix)).map(String);
  }

  /** Visible frames with an OnUpdate script. */
  onUpdateCount(): number {
    return Number(this.call("onUpdateCount"));
  }

  /** Memory of the Lua state in kilobytes after a garbage collection, the double's own included. */
  memoryKb(): number {
    return Number(this.call("memoryKb"));
  }

  /** Ends the client without a logout, as a crash does. */
  close(): void {
    if (!this.closed) this.state.close();
    this.closed = true;
  }

  private load(name: string, toc: Toc, read: (file: string) => Uint8Array): void {
    this.call("declareAddon", name);
    for (const [field, value] of toc.fields) this.call("setAddonField", name, field, hex(value));
    if (requiredAddons(toc).some((required) => !this.loaded.has(required))) return;
    this.guarded(() => {
      for (const file of toc.files) this.runFile(name, file, read);
      const saved = this.options.savedVariables?.get(name);
      if (saved !== undefined) {
        this.state.callWithFile(Buffer.from(saved, "latin1"), "restoreVariables", name);
      }
    });
    this.loaded.add(name);
    this.call("finishAddon", name);
  }

  private runFile(addon: string, file: string, read: (file: string) => Uint8Array): void {
    if (file.toLowerCase().endsWith(".xml")) {
      this.records.errors.push(`${addon}/${file}: the client double runs Lua and reads no XML`);
    } else {
      this.state.callWithFile(read(file), "runAddonFile", addon, file);
    }
  }

  private deliver(): void {
    for (let message = this.inbox.shift(); message !== undefined; message = this.inbox.shift()) {
      const { prefix, text, chatType, sender } = message;
      this.guarded(() =>
        this.state.call("receive", hex(prefix), Buffer.from(text).toString("hex"), chatType, sender),
      );
    }
  }

  private call(operation: string, ...args: readonly (string | number)[]): string {
    return this.guarded(() => this.state.call(operation, ...args));
  }

  /** Runs code of the client; what arrived meanwhile is delivered behind the outermost call. */
  private guarded<Result>(action: () => Result): Result {
    if (this.closed) throw new Error(`${this.playerName}'s client is closed`);
    this.depth++;
    try {
      return action();
    } finally {
      this.depth--;
      if (this.depth === 0 && this.inbox.length > 0) this.deliver();
    }
  }
}
