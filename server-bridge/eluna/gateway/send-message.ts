import type { MessageKey } from "../../../shared/catalog/messages";
import type { MessagePayloads } from "../../../shared/wire/payloads";

/** Sends one message to one player's addon. */
export type SendMessage = <K extends MessageKey>(key: K, ...values: MessagePayloads[K]) => void;

/** Makes the function that sends to one player; undefined while AIO is not there. */
export type Sender = (guid: number) => SendMessage | undefined;
