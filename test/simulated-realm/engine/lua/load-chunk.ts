/** A compiled script. */
export type Chunk = (this: void, ...values: unknown[]) => LuaMultiReturn<unknown[]>;

type Load = (
  this: void,
  code: unknown,
  name: string,
  mode: string | undefined,
  environment: object,
) => LuaMultiReturn<[Chunk | undefined, (string | undefined)?]>;

declare const _G: {
  readonly load: Load;
  readonly loadstring?: (
    this: void,
    code: string,
    name: string,
  ) => LuaMultiReturn<[Chunk | undefined, (string | undefined)?]>;
  readonly setfenv?: (this: void, chunk: Chunk, environment: object) => Chunk;
};

/** Compiles `code` so that its globals are `environment`; without a chunk, the second value says why. */
export function loadChunk(
  this: void,
  code: string,
  name: string,
  environment: object,
): LuaMultiReturn<[Chunk | undefined, (string | undefined)?]> {
  // 5.1 gives a chunk its globals afterwards; LuaJIT has both ways.
  if (_G.loadstring === undefined || _G.setfenv === undefined)
    return _G.load(code, name, undefined, environment);
  const [chunk, problem] = _G.loadstring(code, name);
  if (chunk !== undefined) _G.setfenv(chunk, environment);
  return $multi(chunk, problem);
}
