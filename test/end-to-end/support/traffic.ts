import { expect } from "vitest";
import type { Game } from "./game";

/** A currency that no integration gives. */
const SHARDS = 9;

/** A stream of operations of one player, and what must have become of it in the end, whatever happened on the way. */
export class Traffic {
  private earned = 0;
  private rating = 0;

  constructor(
    private readonly game: Game,
    private readonly player: { readonly name: string; readonly guid: number },
  ) {}

  /** `count` times something is earned and rating is gained: two operations each. */
  play(count: number): void {
    const { guid } = this.player;
    this.game.lua(`for i = 1, ${count} do
      DC.PlayerProfile:AddCurrency(${guid}, ${SHARDS}, 3, "raid")
      DC.PlayerProfile:IncrementStat(${guid}, "mythic_rating", 2)
    end`);
    this.earned += count * 3;
    this.rating += count * 2;
  }

  /** The realm knows everything now. */
  expectInRealm(): void {
    const { guid } = this.player;
    expect(
      this.game.realm.world.run(
        `return DC.PlayerProfile:GetCurrency(${guid}, ${SHARDS}), DC.PlayerProfile:GetStat(${guid}, "mythic_rating")`,
      ),
    ).toEqual([this.earned, this.rating]);
  }

  /** Everything reaches tables and ledger, once. */
  async arrivesInTables(): Promise<void> {
    const { guid } = this.player;
    await this.game.settles();
    const tables = `SELECT CONCAT_WS(' ', amount, total_earned, (SELECT mythic_rating FROM dc_player_profile WHERE player_guid = ${guid}))
      FROM dc_player_currencies WHERE player_guid = ${guid} AND currency_id = ${SHARDS}`;
    await this.game.sees(() => this.game.value(tables), `${this.earned} ${this.earned} ${this.rating}`);
    const ledger = `SELECT CONCAT_WS(' ', SUM(IF(kind = 'earn', applied, 0)), SUM(IF(subject = 'mythic_rating', applied, 0)))
      FROM dc_ledger WHERE player_guid = ${guid} AND (subject_id = ${SHARDS} OR subject = 'mythic_rating')`;
    expect(await this.game.value(ledger)).toBe(`${this.earned} ${this.rating}`);
  }

  /** Everything reaches realm, tables, ledger and addon, once. */
  async arrivesEverywhere(): Promise<void> {
    this.expectInRealm();
    await this.arrivesInTables();
    this.expectInRealm();
    const { name } = this.player;
    await this.game.sees(() => this.game.addon(name, "DCIntegration:GetMythicRating()"), this.rating);
    expect(this.game.addon(name, `DCIntegration:GetCurrency(${SHARDS})`)).toBe(this.earned);
    expect(this.game.addon(name, "DCIntegration:IsStale()")).toBe(false);
  }
}
