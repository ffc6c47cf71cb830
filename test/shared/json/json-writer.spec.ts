import { DEEPEST_JSON, LONGEST_JSON, readJson } from "../../../shared/json/json-reader";
import type { JsonValue } from "../../../shared/json/json-value";
import { writeJson } from "../../../shared/json/json-writer";
import { expectEqual } from "../expectations";

function written(value: JsonValue): string {
  const { text, problem } = writeJson(value);
  return text ?? problem;
}

function nested(levels: number): JsonValue {
  return levels === 0 ? { kind: "null" } : { kind: "array", items: [nested(levels - 1)] };
}

describe("writeJson", () => {
  it("writes every kind of value", () => {
    const value: JsonValue = {
      kind: "object",
      members: [
        { key: "z", value: { kind: "number", number: 3 } },
        { key: "a", value: { kind: "array", items: [{ kind: "boolean", boolean: true }, { kind: "null" }] } },
        { key: "", value: { kind: "object", members: [] } },
      ],
    };
    expectEqual(written(value), '{"z":3,"a":[true,null],"":{}}');
  });

  it("escapes what would end a command or a C string", () => {
    const text = 'a"b\\c\n\r\t\0\x1f\x7f/ä';
    const json = written({ kind: "text", text });
    expectEqual(json, '"a\\"b\\\\c\\u000a\\u000d\\u0009\\u0000\\u001f\x7f/ä"');
    expectEqual(readJson(json).value, { kind: "text", text });
  });

  it("writes numbers that read back as the same", () => {
    for (const number of [
      0,
      1,
      -12,
      9007199254740991,
      -9007199254740991,
      0.1,
      -1.5,
      1 / 3,
      123456.789,
      1e-7,
    ]) {
      expectEqual(readJson(written({ kind: "number", number })).value, {
        kind: "number",
        number: number / 1,
      });
    }
    expectEqual(written({ kind: "number", number: 0.25 }), "0.25");
  });

  it("refuses what is no number, too deep or too long", () => {
    expectEqual(writeJson({ kind: "number", number: Infinity }).text, undefined);
    expectEqual(writeJson({ kind: "number", number: -Infinity }).text, undefined);
    expectEqual(writeJson({ kind: "number", number: Infinity - Infinity }).text, undefined);
    expectEqual(readJson(written(nested(DEEPEST_JSON))).problem, undefined);
    expectEqual(written(nested(DEEPEST_JSON + 1)), "nested more than 8 deep");
    const fits = "x".repeat(LONGEST_JSON - 2);
    expectEqual(readJson(written({ kind: "text", text: fits })).problem, undefined);
    expectEqual(written({ kind: "text", text: `${fits}x` }), "longer than 4000 characters");
  });
});
