import { LONG_HEADER_LENGTH, SHORT_MARK } from "./frames";
import { readNumber } from "./numbers";

interface Unfinished {
  readonly id: number;
  readonly since: number;
  count: number;
  parts: string[];
}

/** Joins what one sender's frames carry, in whatever order the parts come. */
export class Reassembly {
  private readonly byId = new LuaTable<number, Unfinished>();
  private readonly oldestFirst: Unfinished[] = [];
  /**
   * Bytes that count against `space`. A finished message is never taken off again, nor are parts that another
   * count or a repeated part replaced: so about every `space` bytes a perfectly good message is lost.
   */
  private counted = 0;

  /** `space` is the limit in bytes; without one nothing is ever dropped for its size. */
  constructor(private readonly space: number = math.huge) {}

  /**
   * The payload that `text` completes, else undefined. Raises for numbers that no sender writes, and, without
   * harm to the message, where Lua's `#` calls a table with a hole complete.
   */
  accept(text: string, now: number): string | undefined {
    if (string.sub(text, 1, SHORT_MARK.length) === SHORT_MARK) return string.sub(text, SHORT_MARK.length + 1);
    if (text.length < LONG_HEADER_LENGTH) return undefined;
    const id = readNumber(text, 1);
    const count = readNumber(text, 3);
    const part = readNumber(text, 5);
    if (part < 1 || part > count) {
      error(`received long message with invalid amount of parts. id, parts: ${part} ${count}`);
    }
    const message = this.store(id, count, part, string.sub(text, LONG_HEADER_LENGTH + 1), now);
    if (message === undefined || message.parts.length !== count) return undefined;
    const payload = table.concat(message.parts);
    this.forget(message);
    return payload;
  }

  /** Drops messages that began before `time`. */
  dropOlderThan(time: number): void {
    for (let i = this.oldestFirst.length - 1; i >= 0; i--) {
      const message = this.oldestFirst[i];
      if (message !== undefined && message.since < time) this.drop(message);
    }
  }

  private store(id: number, count: number, part: number, slice: string, now: number): Unfinished | undefined {
    let message = this.byId.get(id);
    if (message !== undefined && message.count !== count) {
      message.count = count;
      message.parts = [];
    } else {
      // The message itself may be dropped here: its parts so far then serve this one part only.
      if (!this.makeRoom(slice.length)) return undefined;
      message ??= this.begin(id, count, now);
      this.counted += slice.length;
    }
    message.parts[part - 1] = slice;
    return message;
  }

  private begin(id: number, count: number, now: number): Unfinished {
    const message: Unfinished = { id, count, parts: [], since: now };
    this.byId.set(id, message);
    this.oldestFirst.push(message);
    return message;
  }

  /** False if the part has to go: then nothing is left unfinished and counting starts anew. */
  private makeRoom(bytes: number): boolean {
    while (this.counted + bytes > this.space) {
      const oldest = this.oldestFirst[0];
      if (oldest === undefined) {
        this.counted = 0;
        return false;
      }
      this.drop(oldest);
    }
    return true;
  }

  private drop(message: Unfinished): void {
    for (let i = 0; i < message.count; i++) {
      // Not `parts[i]?.length`: TypeScriptToLua makes a field named "length" of it instead of Lua's `#`.
      const part = message.parts[i];
      if (part !== undefined) this.counted -= part.length;
    }
    this.forget(message);
  }

  private forget(message: Unfinished): void {
    if (this.byId.get(message.id) === message) this.byId.delete(message.id);
    for (let i = 0; i < this.oldestFirst.length; i++) {
      if (this.oldestFirst[i] === message) {
        table.remove(this.oldestFirst, i + 1);
        return;
      }
    }
  }
}
