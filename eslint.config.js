import eslint from "@eslint/js";
import tseslint from "typescript-eslint";

const LUA_HOSTS = ["shared/**", "addon/**", "server-bridge/eluna/**"];
const LUA_STAND_INS = ["test/simulated-realm/{aio,client,engine}/**", "test/eluna/**", "test/shared/**"];

/** Files may not import what `regex` matches. */
const noImport = (regex, message) => ({
  "no-restricted-imports": ["error", { patterns: [{ regex, message }] }],
});

export default tseslint.config(
  { ignores: ["dist/", "node_modules/", "**/*.d.ts"] },
  eslint.configs.recommended,
  tseslint.configs.strict,
  {
    rules: {
      "max-lines": ["error", { max: 300, skipBlankLines: true, skipComments: true }],
      "max-lines-per-function": ["error", { max: 60 }],
      complexity: ["error", 15],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-invalid-void-type": ["error", { allowAsThisParameter: true }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
    },
  },
  {
    // A test file is a list of cases; its outermost function is not one to keep short.
    files: ["test/**/*.test.ts", "test/**/*.spec.ts"],
    rules: { "max-lines-per-function": "off" },
  },
  {
    files: ["**/*.mjs", "**/*.js"],
    languageOptions: { globals: { console: "readonly", process: "readonly" } },
  },
  {
    files: [...LUA_HOSTS, ...LUA_STAND_INS],
    rules: {
      "no-restricted-syntax": [
        "error",
        {
          selector: "ThrowStatement",
          message: "Use error(): a thrown Error needs the debug library, which the 3.3.5a client lacks.",
        },
        {
          selector: "ReturnStatement > CallExpression[callee.name='error']",
          message: "Call error() without return: a tail call loses the line that is to blame.",
        },
        {
          selector: "UnaryExpression[operator='delete']",
          message:
            "Assign undefined: TypeScriptToLua's delete needs the debug library, which the 3.3.5a client lacks.",
        },
        {
          selector: "MemberExpression[optional=true][property.name='length']",
          message: "`x?.length` reads a field called length in Lua, and gives nil. Test x first.",
        },
        {
          selector:
            "ObjectExpression > SpreadElement ~ Property[value.type='Identifier'][value.name='undefined']",
          message: "In Lua nil takes the place of nothing: the key keeps what was spread.",
        },
        {
          selector: "NewExpression[callee.name=/Error$/]",
          message:
            "Use error(): TypeScriptToLua's Error needs the debug library, which the 3.3.5a client lacks.",
        },
      ],
    },
  },
  {
    // The one file of shared/ that is for JavaScript alone.
    files: ["shared/language/javascript.ts"],
    rules: { "no-restricted-syntax": "off" },
  },
  {
    // Topics are one folder deep, so two steps up leave shared/; a name without a dot is a package.
    files: ["shared/**"],
    rules: noImport("^(\\.\\./\\.\\./|[^.])", "shared/ imports nothing outside itself"),
  },
  {
    files: ["addon/**"],
    rules: noImport("(^[^.]|/server-bridge/)", "no host imports another, and the client has no packages"),
  },
  {
    files: ["server-bridge/eluna/**"],
    rules: noImport("(^[^.]|/addon/|/node/)", "no host imports another, and the realm has no packages"),
  },
  {
    files: ["server-bridge/node/**"],
    rules: noImport("/(addon|eluna)/", "no host imports another"),
  },
);
