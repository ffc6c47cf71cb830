import { MESSAGES } from "../../shared/catalog/messages";
import type { Holding } from "../../shared/wire/payloads";
import { guarded } from "../client/guard";

type Handler = (this: void, first: unknown, second: unknown) => void;

/** AIO's client half, or nothing: the library is another addon and may be missing. */
export function findAio(): AioClient | undefined {
  return AIO;
}

/**
 * Registers each handler under its message's name. AIO swallows what a handler raises, or prints it where few look,
 * so each runs under our own guard. A name that another addon has taken is reported, and the others work.
 */
export function receiveBy(aio: AioClient, handlers: Readonly<Record<string, Handler>>): void {
  for (const [name, handler] of pairs(handlers)) {
    guarded(name, aio.RegisterEvent, name, (_player: string, first: unknown, second: unknown) => {
      guarded(name, handler, first, second);
    });
  }
}

export function sendHello(aio: AioClient, version: string, protocol: number, holding: Holding): void {
  aio.Msg().Add(MESSAGES.hello.name, version, protocol, holding).Send();
}
