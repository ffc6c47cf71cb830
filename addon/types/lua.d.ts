/** @noSelfInFile */

/* What the client adds to stock Lua 5.1: shared tables, aliases of the string and table library, and its security. */

declare function geterrorhandler(): WoWAPI.ErrorHandler;
declare function seterrorhandler(handler: WoWAPI.ErrorHandler): void;
/** Runs `hook` after every call of the function, with the same arguments; it can't be undone. */
declare function hooksecurefunc(name: string, hook: (this: void, ...args: never[]) => void): void;
declare function hooksecurefunc(
  table: object,
  name: string,
  hook: (this: void, ...args: never[]) => void,
): void;
/** Calls and hands an error to the error handler instead of raising it. */
declare function securecall<Arguments extends unknown[], Result>(
  target: (this: void, ...args: Arguments) => Result,
  ...args: Arguments
): Result;
declare function securecall(globalName: string, ...args: unknown[]): unknown;
/** The second result names the addon that tainted the variable. */
declare function issecurevariable(name: string): LuaMultiReturn<[secure: 1 | undefined, taintedBy?: string]>;
declare function issecurevariable(
  table: object,
  name: string,
): LuaMultiReturn<[secure: 1 | undefined, taintedBy?: string]>;
declare function issecure(): 1 | undefined;
declare function debugstack(start?: number, linesFromTop?: number, linesFromBottom?: number): string;
declare function debugprofilestart(): void;
/** Milliseconds since `debugprofilestart`. */
declare function debugprofilestop(): number;
declare function getglobal(name: string): unknown;
declare function setglobal(name: string, value: unknown): void;

/** Empties the table and returns it. */
declare function wipe<Table extends object>(table: Table): Table;
declare function tinsert<Value>(list: Value[], value: Value): void;
declare function tinsert<Value>(list: Value[], position: number, value: Value): void;
declare function tremove<Value>(list: Value[], position?: number): Value | undefined;
declare function tContains<Value>(list: readonly Value[], value: Value): 1 | undefined;

declare function format(pattern: string, ...args: unknown[]): string;
/** Cuts at any of the delimiter's characters, into at most `pieces` parts. */
declare function strsplit(
  delimiters: string,
  text: string,
  pieces?: number,
): LuaMultiReturn<[first: string, ...rest: string[]]>;
declare function strjoin(delimiter: string, ...parts: string[]): string;
declare function strconcat(...parts: (string | number)[]): string;
/** Without `characters` takes away blanks, tabs and line ends. */
declare function strtrim(text: string, characters?: string): string;
declare function strlower(text: string): string;
declare function strupper(text: string): string;
declare function strlen(text: string): number;
/** Length in characters, not bytes. */
declare function strlenutf8(text: string): number;
declare function strsub(text: string, from: number, to?: number): string;

/**
 * 32-bit operations; results are 0 to 2^32 - 1. TypeScriptToLua takes the word `bit` for a keyword of its own: write
 * `_G.bit.band(a, b)`.
 */
declare namespace bit {
  function band(...values: number[]): number;
  function bor(...values: number[]): number;
  function bxor(...values: number[]): number;
  function bnot(value: number): number;
  function lshift(value: number, bits: number): number;
  function rshift(value: number, bits: number): number;
  function arshift(value: number, bits: number): number;
}
