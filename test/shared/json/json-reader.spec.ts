import { DEEPEST_JSON, LONGEST_JSON, readJson } from "../../../shared/json/json-reader";
import type { JsonValue } from "../../../shared/json/json-value";
import { expectEqual } from "../expectations";

/** The value as JSON again, which shows its kinds and the order of its keys. */
function write(value: JsonValue): string {
  switch (value.kind) {
    case "object":
      return `{${value.members.map((member) => `${member.key}:${write(member.value)}`).join(",")}}`;
    case "array":
      return `[${value.items.map((item) => write(item)).join(",")}]`;
    case "number":
      return value.number % 1 === 0 ? value.number.toFixed(0) : value.number.toFixed(4);
    case "text":
      return `"${value.text}"`;
    case "boolean":
      return value.boolean ? "true" : "false";
    case "null":
      return "null";
  }
}

function read(text: string): string {
  const { value, problem } = readJson(text);
  return value === undefined ? problem : write(value);
}

describe("readJson", () => {
  it("reads every kind of value", () => {
    expectEqual(read('{"a": [1, true, false, null, "x", {}, []]}'), '{a:[1,true,false,null,"x",{},[]]}');
    expectEqual(read(' \t\r\n"only a string" '), '"only a string"');
  });

  it("keeps the order of keys", () => {
    expectEqual(read('{"z":1,"a":2,"m":3}'), "{z:1,a:2,m:3}");
  });

  it("reads numbers as JSON writes them", () => {
    const numbers = "[0,10,-12,1.5,-0.25,1e3,2E+2,5e-1,9007199254740991]";
    expectEqual(read(numbers), "[0,10,-12,1.5000,-0.2500,1000,200,0.5000,9007199254740991]");
  });

  it("reads escapes", () => {
    expectEqual(read('"\\"\\\\\\/\\b\\f\\n\\r\\t"'), '""\\/\b\f\n\r\t"');
    expectEqual(read('"\\u0041\\u00e9\\u20AC\\ud83d\\ude00"'), '"Aé€😀"');
    expectEqual(read('"Übung 😀"'), '"Übung 😀"');
  });
});

describe("readJson says what is wrong and where", () => {
  const wrong: [text: string, problem: string][] = [
    ["", "a value is missing, at the end"],
    ['{"a": }', "a value is missing, at character 7"],
    ['{"a": 1', "',' or '}' is missing, at the end"],
    ['{"a": 1,}', "a key in double quotes is missing, at character 9"],
    ["{a: 1}", "a key in double quotes is missing, at character 2"],
    ["{'a': 1}", "a key in double quotes is missing, at character 2"],
    ['{"a" 1}', "':' is missing after the key 'a', at character 6"],
    ['{"a": 1, "a": 2}', "the key 'a' is there twice, at character 13"],
    ["[1, 2", "',' or ']' is missing, at the end"],
    ["[1, 2,]", "a value is missing, at character 7"],
    ["[1 2]", "',' or ']' is missing, at character 4"],
    ["{} {}", "nothing may follow the value, at character 4"],
    ["tru", "a value is missing, at character 1"],
    ["NaN", "a value is missing, at character 1"],
    ["-", "a digit is missing, at the end"],
    ["1.", "a digit is missing, at the end"],
    [".5", "a value is missing, at character 1"],
    ["+1", "a value is missing, at character 1"],
    ["1e", "a digit is missing, at the end"],
    ["007", "nothing may follow the value, at character 2"],
    ["0x10", "nothing may follow the value, at character 2"],
    ["1e999", "the number is too large, at the end"],
    ['"abc', "the closing quote is missing, at the end"],
    ['"a\nb"', "a line break or control character stands inside a string, at character 3"],
    ['"\\x"', 'a backslash must be followed by one of " \\ / b f n r t u, at character 2'],
    ['"\\u12g4"', "\\u must be followed by four hexadecimal digits, at character 2"],
    ['"\\ud83d"', "half of a surrogate pair stands alone, at character 8"],
    ['"\\ude00"', "half of a surrogate pair stands alone, at character 8"],
    ['{"Übung 😀": ?}', "a value is missing, at character 13"],
  ];
  for (const [text, problem] of wrong) {
    it(`in ${text}`, () => expectEqual(read(text), problem));
  }

  it("about a string that is too long, counted in characters", () => {
    const longest = `"${"é".repeat(LONGEST_JSON - 2)}"`;
    expectEqual(readJson(longest).problem, undefined);
    expectEqual(readJson(`${longest} `).problem, "longer than 4000 characters");
  });

  it("about too many levels", () => {
    const deepest = "[".repeat(DEEPEST_JSON) + "]".repeat(DEEPEST_JSON);
    expectEqual(readJson(deepest).problem, undefined);
    expectEqual(readJson(`[${deepest}]`).problem, "nested more than 8 deep, at character 9");
  });
});
