import { describe, expect, it } from "vitest";
import { GameClient } from "../simulated-realm/host/game-client";
import { clientUnderTest } from "./client-under-test";

const bench = clientUnderTest();

describe("messages", () => {
  const whisper = (text: string): string => `SendAddonMessage("DC", ${text}, "WHISPER", "Thrall")`;

  it("leave with at most 254 bytes of prefix and text", () => {
    bench.client.run(whisper(`("x"):rep(252)`));
    expect(bench.errorOf(whisper(`("x"):rep(253)`))).toContain("255 bytes");
    expect(bench.sent.map((message) => message.text.length)).toEqual([252]);
  });

  it("keep every byte but end at a NUL", () => {
    bench.client.run(
      `local all = {} for byte = 1, 250 do all[byte] = string.char(byte) end ${whisper("table.concat(all)")}`,
    );
    bench.client.run(whisper(`"before\\0after"`));
    expect([...(bench.sent[0]?.text ?? [])]).toEqual(Array.from({ length: 250 }, (_, index) => index + 1));
    expect(Buffer.from(bench.sent[1]?.text ?? []).toString()).toBe("before");
  });

  it("arrive with every byte as CHAT_MSG_ADDON", () => {
    bench.client.run(`frame = CreateFrame("Frame") frame:RegisterEvent("CHAT_MSG_ADDON")
      frame:SetScript("OnEvent", function(_, event, prefix, text, kind, sender)
        got = { prefix, kind, sender, #text, text:byte(1), text:byte(-1) } end)`);
    bench.client.receive({
      prefix: "SAIO",
      text: Uint8Array.of(1, 0xff, 9, 0xc3),
      chatType: "WHISPER",
      sender: "Thrall",
    });
    expect(bench.client.run("return got")).toEqual([["SAIO", "WHISPER", "Thrall", 4, 1, 0xc3]]);
  });

  it("that answer at once come behind the code that asked", async () => {
    const answering: { client?: GameClient } = {};
    const other = await GameClient.start({
      playerName: "Jaina",
      send: (message) => answering.client?.receive({ ...message, sender: "Jaina" }),
    });
    answering.client = other;
    const results =
      other.run(`local frame = CreateFrame("Frame") frame:RegisterEvent("CHAT_MSG_ADDON") order = {}
      frame:SetScript("OnEvent", function() tinsert(order, "answer") end)
      SendAddonMessage("DC", "x", "WHISPER", "Jaina") tinsert(order, "sent") return #order`);
    expect(results).toEqual([1]);
    expect(other.run("return order")).toEqual([["sent", "answer"]]);
    other.close();
  });

  it("of the player reach slash commands, sounds and chat are recorded", () => {
    bench.client.run(`SLASH_DCI1, SLASH_DCI2 = "/dci", "/dcintegration"
      SlashCmdList.DCI = function(text) print("got", text) PlaySound("QUESTCOMPLETED") end`);
    bench.client.slash("/DCI status now");
    bench.client.slash("/nothing");
    expect(bench.client.chat).toEqual(["got status now", "unknown command: /nothing"]);
    expect(bench.client.sounds).toEqual(["QUESTCOMPLETED"]);
    bench.client.run("ReloadUI()");
    expect(bench.client.reloadRequests).toBe(1);
  });
});

describe("several clients in one process", () => {
  it("share nothing", async () => {
    const other = await GameClient.start({
      playerName: "Jaina",
      locale: "deDE",
      level: 70,
      send: () => undefined,
    });
    bench.client.run("shared = 1");
    other.tick(5);
    expect(
      other.run(`return rawget(_G, "shared"), UnitName("player"), GetLocale(), UnitLevel("player")`),
    ).toEqual([null, "Jaina", "deDE", 70]);
    expect(bench.client.run("return GetTime()")).toEqual([1000]);
    other.close();
    expect(bench.client.run("return shared")).toEqual([1]);
  });

  it("refuse work once closed", () => {
    bench.client.close();
    expect(() => {
      bench.client.tick(1);
    }).toThrow("closed");
  });
});
