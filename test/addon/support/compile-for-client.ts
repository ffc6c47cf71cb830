import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import ts from "typescript";
import * as tstl from "typescript-to-lua";

const CONFIG = resolve("addon/tsconfig.json");
/** Stands in the addon's folder, so that it sees the addon's declarations; it is never written. */
const EXAMPLE = resolve("addon/example-of-the-manual.ts");

/** The addon's own settings, but for one file instead of a bundle. */
function readOptions(): tstl.CompilerOptions {
  const options = { ...tstl.parseConfigFileWithSystem(CONFIG).options };
  delete options.luaBundle;
  delete options.luaBundleEntry;
  return options;
}

/** A compiler host whose `EXAMPLE` holds `code`. */
function hostWith(code: string, options: ts.CompilerOptions): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  const readFile = host.readFile.bind(host);
  const fileExists = host.fileExists.bind(host);
  host.readFile = (name) => (resolve(name) === EXAMPLE ? code : readFile(name));
  host.fileExists = (name) => resolve(name) === EXAMPLE || fileExists(name);
  host.getSourceFile = (name, language) => {
    const text = resolve(name) === EXAMPLE ? code : readFileSync(name, "utf8");
    return ts.createSourceFile(name, text, language);
  };
  return host;
}

/**
 * The Lua of an addon's TypeScript, checked against the types of the 3.3.5a client and of the public API.
 * @throws with the compiler's messages if it does not type-check.
 */
export function compileForClient(code: string): string {
  const options = readOptions();
  const rootNames = [
    EXAMPLE,
    ...["public-api", "client", "frames", "regions", "animations", "lua"].map((name) =>
      resolve(`addon/types/${name}.d.ts`),
    ),
    resolve("dist/types/client-3.3.5a.d.ts"),
  ];
  const program = ts.createProgram(rootNames, options, hostWith(code, options));
  let lua = "";
  const { diagnostics } = new tstl.Transpiler().emit({
    program,
    writeFile: (name, text) => {
      if (name.endsWith("example-of-the-manual.lua")) lua = text;
    },
  });
  const problems = [...ts.getPreEmitDiagnostics(program), ...diagnostics];
  if (problems.length > 0) {
    throw new Error(
      ts.formatDiagnostics(problems, {
        getCanonicalFileName: String,
        getCurrentDirectory: () => "",
        getNewLine: () => "\n",
      }),
    );
  }
  return lua;
}
