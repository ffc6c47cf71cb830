import type { GameClient } from "../host/game-client";
import { printLine } from "./print-line";
import { textsOf, type Stage } from "./stage";

const ERROR_MARK = "ERROR: ";

/** What the ledger has behind its first rows, in words. */
const NEWER_ROWS = `SELECT CONCAT('player ', player_guid, ': ', CASE kind
    WHEN 'earn' THEN CONCAT('earn ', amount, ' of currency ', subject_id)
    WHEN 'spend' THEN CONCAT('spend ', amount, ' of currency ', subject_id)
    WHEN 'add' THEN CONCAT('add ', amount, ' to ', subject)
    WHEN 'set' THEN CONCAT('set ', subject, ' to ', amount)
    WHEN 'unlock' THEN CONCAT('unlock ', subject, ' ', subject_id)
    ELSE kind END, ' by ', source, IF(cause = '', '', CONCAT(' during ', cause)))
  FROM dc_ledger ORDER BY boot_id, sequence LIMIT 1000 OFFSET `;

/** Tells what happens beside the story. Errors of scripts and addons always; the rest where somebody watches. */
export class Commentary {
  private errors = 0;
  private ledgerRows = 0;
  private screen = "";
  /** How many lines of a list have been told. */
  private readonly told = new WeakMap<readonly string[], number>();

  /** @param watches Whether prints, chat, screen and ledger are told. */
  constructor(
    readonly watches: boolean,
    private readonly verbose: boolean,
  ) {}

  /** How many errors there have been. */
  errorCount(): number {
    return this.errors;
  }

  error(where: string, text: string): void {
    this.errors++;
    printLine("!!", where, text);
  }

  says(where: string, text: string): void {
    printLine("  ", where, text);
  }

  realmLine(line: string): void {
    if (line.startsWith(ERROR_MARK)) this.error("the realm", line.slice(ERROR_MARK.length));
    else if (this.watches || this.verbose) this.says("the realm", line);
  }

  bridgeLine(line: string): void {
    if (this.verbose) this.says("the bridge", line);
  }

  /** What is new in the clients and in the ledger. One client is watched, the other has no addon of the author's. */
  async tell(stage: Stage, watched: string, other: string): Promise<void> {
    const clients = [watched, other].filter((name) => stage.realm.isPlaying(name));
    for (const name of clients) this.tellErrors(stage.realm.client(name));
    if (!this.watches || stage.bridge.hasEnded()) return;
    if (clients.length === 2) this.tellClient(stage.realm.client(watched), stage.realm.client(other));
    await this.tellLedger(stage);
  }

  private tellErrors(client: GameClient): void {
    for (const text of this.news(client.errors)) this.error(`${client.playerName}'s addons`, text);
  }

  private tellClient(client: GameClient, other: GameClient): void {
    const name = `${client.playerName}'s`;
    for (const global of new Set(this.news(client.violations))) {
      const isOurs = other.violations.includes(global);
      if (!isOurs)
        this.says(`${name} addons`, `read the global '${global}', which is nil and none of the game's`);
    }
    for (const line of this.news(client.chat)) this.says(`${name} chat`, line);
    const screen = client.shownTexts().join(" | ");
    if (screen !== this.screen) this.says(`${name} screen`, screen === "" ? "(nothing)" : screen);
    this.screen = screen;
  }

  /** What has come to the list since it was last asked for. */
  private news(list: readonly string[]): readonly string[] {
    const told = this.told.get(list) ?? 0;
    this.told.set(list, list.length);
    return list.slice(told);
  }

  private async tellLedger({ database }: Stage): Promise<void> {
    const rows = await textsOf(database, `${NEWER_ROWS}${this.ledgerRows}`);
    this.ledgerRows += rows.length;
    for (const row of rows) this.says("the ledger", row);
  }
}
