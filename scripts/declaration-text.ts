import ts from "typescript";

/** One declaration of the package for the later client, as 3.3.5a has it. */
export interface Declaration {
  readonly name: string;
  readonly text: string;
  /** Type names that the text mentions. */
  readonly mentions: ReadonlySet<string>;
}

/** Every identifier in the node, among them all type names. */
export function mentionedTypes(node: ts.Node): Set<string> {
  const found = new Set<string>();
  const visit = (child: ts.Node): void => {
    if (ts.isIdentifier(child)) found.add(child.text);
    ts.forEachChild(child, visit);
  };
  visit(node);
  return found;
}

/** Whether the type is the result of a function, alone or as one of several. */
function isResult(node: ts.Node): boolean {
  const owner = ts.isTupleTypeNode(node.parent) ? node.parent.parent : node.parent;
  return ts.isFunctionDeclaration(owner) || ts.isMethodSignature(owner);
}

/**
 * A tuple result is several Lua results, 3.3.5a answers yes and no with 1 and nil, `any` would switch checking
 * off, and a constant's value is the later client's.
 */
function replacement(node: ts.Node, source: ts.SourceFile): string | undefined {
  if (node.kind === ts.SyntaxKind.AnyKeyword) return "unknown";
  if (node.kind === ts.SyntaxKind.BooleanKeyword && isResult(node)) return "1 | undefined";
  if (ts.isTupleTypeNode(node) && ts.isFunctionLike(node.parent)) {
    return `LuaMultiReturn<${textOf(node, source, true)}>`;
  }
  if (ts.isVariableDeclaration(node) && node.initializer !== undefined) {
    return `${node.name.getText(source)}: ${ts.isStringLiteral(node.initializer) ? "string" : "number"}`;
  }
  return undefined;
}

/** The node's text with its documentation; every part that `replacement` names is replaced. */
function textOf(node: ts.Node, source: ts.SourceFile, inside = false): string {
  const start = node.getStart(source, !inside);
  const edits: { start: number; end: number; text: string }[] = [];
  const visit = (child: ts.Node): void => {
    const text = replacement(child, source);
    if (text === undefined) ts.forEachChild(child, visit);
    else edits.push({ start: child.getStart(source), end: child.end, text });
  };
  ts.forEachChild(node, visit);
  let result = source.text.slice(start, node.end);
  for (const edit of edits.reverse()) {
    result = result.slice(0, edit.start - start) + edit.text + result.slice(edit.end - start);
  }
  return result.replace("/** @noSelfInFile */", "").trim();
}

export function declarationOf(name: string, node: ts.Node): Declaration {
  return { name, text: textOf(node, node.getSourceFile()), mentions: mentionedTypes(node) };
}
