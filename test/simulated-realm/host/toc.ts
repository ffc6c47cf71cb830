/** An addon's .toc file: `## Field: value` lines, comments, and the files to run in order. */
export interface Toc {
  readonly fields: ReadonlyMap<string, string>;
  /** Paths below the addon's folder, with slashes. */
  readonly files: readonly string[];
}

/** The names in a list field; the client takes Dependencies, RequiredDeps and every field that begins with "Dep". */
function names(value: string): string[] {
  return value.split(/[\s,]+/).filter((name) => name !== "");
}

/** Addons without which the client does not load this one. */
export function requiredAddons(toc: Toc): string[] {
  return [...toc.fields].flatMap(([field, value]) =>
    field === "RequiredDeps" || field.startsWith("Dep") ? names(value) : [],
  );
}

export function parseToc(text: string): Toc {
  const fields = new Map<string, string>();
  const files: string[] = [];
  for (const line of text.replace(/^\uFEFF/, "").split(/\r?\n/)) {
    const field = /^##\s*([^:]+?)\s*:\s*(.*?)\s*$/.exec(line);
    if (field?.[1] !== undefined) fields.set(field[1], field[2] ?? "");
    else if (line.trim() !== "" && !line.startsWith("#")) files.push(line.trim().replaceAll("\\", "/"));
  }
  return { fields, files };
}
