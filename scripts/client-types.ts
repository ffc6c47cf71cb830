/**
 * Writes dist/types/client-3.3.5a.d.ts: the declarations of the packages `@wartoshika/wow-declarations` (client
 * 9.0.5) and `lua-types` (stock Lua 5.1), reduced to what the 3.3.5a client has. A name that addon/types declares
 * by hand replaces the package's, so the two never meet.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { type Declaration, declarationOf, mentionedTypes } from "./declaration-text";
import { clientApi, clientGlobals, frameXml } from "../test/fixtures/client-names";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const output = path.join(root, "dist/types/client-3.3.5a.d.ts");
const require = createRequire(import.meta.url);

/** The package's abstract interfaces under the names that the 3.3.5a hierarchy has for them. */
const aliases: Readonly<Record<string, string>> = { UIObject: "ParentedObject" };

interface Catalogue {
  /** Functions and constants of the global scope, in order; overloads repeat a name. */
  readonly globals: Declaration[];
  /** Type aliases and plain interfaces, by scope. */
  readonly globalTypes: Declaration[];
  readonly apiTypes: Declaration[];
  /** Interfaces of the namespace WoWAPI by name, for the widgets' methods. */
  readonly interfaces: Map<string, ts.InterfaceDeclaration>;
  /** Payload of each event, as a tuple type. */
  readonly payloads: Map<string, Declaration>;
}

/** What addon/types declares: names, and `Interface.member` for members. */
interface Handwritten {
  readonly names: ReadonlySet<string>;
  readonly mentions: ReadonlySet<string>;
}

function declarationFiles(entry: string, folder: string): readonly ts.SourceFile[] {
  const program = ts.createProgram([require.resolve(entry)], { noLib: true, types: [] });
  program.getTypeChecker(); // Only a bound file knows the parents of its nodes.
  return program.getSourceFiles().filter((file) => file.fileName.includes(`/${folder}/`));
}

function collectPayloads(node: ts.TypeAliasDeclaration, payloads: Map<string, Declaration>): void {
  if (!ts.isTypeLiteralNode(node.type)) return;
  for (const member of node.type.members) {
    if (!ts.isPropertySignature(member) || member.type === undefined) continue;
    const name = member.name.getText();
    const empty = member.type.getText() === "null";
    payloads.set(name, { ...declarationOf(name, member.type), ...(empty && { text: "[]" }) });
  }
}

function collectApiType(node: ts.Statement, catalogue: Catalogue): void {
  if (ts.isInterfaceDeclaration(node)) {
    catalogue.interfaces.set(node.name.text, node);
    catalogue.apiTypes.push(declarationOf(node.name.text, node));
  } else if (ts.isTypeAliasDeclaration(node)) {
    if (node.name.text === "TypedEvents") collectPayloads(node, catalogue.payloads);
    else catalogue.apiTypes.push(declarationOf(node.name.text, node));
  }
}

function collect(node: ts.Statement, catalogue: Catalogue): void {
  if (ts.isFunctionDeclaration(node) && node.name !== undefined) {
    catalogue.globals.push(declarationOf(node.name.text, node));
  } else if (ts.isVariableStatement(node)) {
    const [variable] = node.declarationList.declarations;
    if (variable !== undefined) catalogue.globals.push(declarationOf(variable.name.getText(), node));
  } else if (ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node)) {
    catalogue.globalTypes.push(declarationOf(node.name.text, node));
  } else if (ts.isModuleDeclaration(node) && node.name.text === "WoWAPI") {
    if (node.body !== undefined && ts.isModuleBlock(node.body)) {
      for (const inner of node.body.statements) collectApiType(inner, catalogue);
    }
  }
}

function readCatalogue(): Catalogue {
  const catalogue: Catalogue = {
    globals: [],
    globalTypes: [],
    apiTypes: [],
    interfaces: new Map(),
    payloads: new Map(),
  };
  for (const file of declarationFiles("@wartoshika/wow-declarations", "wow-declarations")) {
    for (const statement of file.statements) collect(statement, catalogue);
  }
  return catalogue;
}

function handwrittenFiles(): readonly ts.SourceFile[] {
  const folder = path.join(root, "addon/types");
  return readdirSync(folder)
    .filter((name) => name.endsWith(".d.ts"))
    .map((name) => path.join(folder, name))
    .map((file) => ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.ESNext, true));
}

function readHandwritten(): Handwritten {
  const names = new Set<string>();
  const mentions = new Set<string>();
  const visit = (node: ts.Node): void => {
    // Types of another namespace replace nothing.
    if (ts.isModuleDeclaration(node) && node.name.text !== "WoWAPI") return;
    if (ts.isVariableDeclaration(node)) names.add(node.name.getText());
    else if (ts.isFunctionDeclaration(node) || ts.isTypeAliasDeclaration(node)) {
      if (node.name !== undefined) names.add(node.name.text);
    } else if (ts.isInterfaceDeclaration(node)) {
      if (clientApi.inherits[node.name.text] === undefined) names.add(node.name.text);
      for (const member of node.members) names.add(`${node.name.text}.${member.name?.getText() ?? ""}`);
    } else ts.forEachChild(node, visit);
  };
  for (const file of handwrittenFiles()) {
    visit(file);
    for (const name of mentionedTypes(file)) mentions.add(name);
  }
  return { names, mentions };
}

/** The package's interfaces that may know a method of this widget, the most specific one first. */
function packageInterfaces(widget: string, catalogue: Catalogue): ts.InterfaceDeclaration[] {
  const found: ts.InterfaceDeclaration[] = [];
  const add = (name: string): void => {
    const node = catalogue.interfaces.get(name);
    if (node === undefined || found.includes(node)) return;
    found.push(node);
    for (const clause of node.heritageClauses ?? []) {
      for (const parent of clause.types) add(parent.expression.getText());
    }
  };
  add(widget === "ParentedObject" ? "UIObject" : widget);
  if (clientApi.widgets[widget]?.includes("SetFontObject") === true) add("FontInstance");
  return found;
}

/** All overloads of a method from the first interface that has it. */
function methodDeclarations(interfaces: readonly ts.InterfaceDeclaration[], method: string): Declaration[] {
  for (const node of interfaces) {
    const overloads = node.members.filter((member) => member.name?.getText() === method);
    if (overloads.length > 0) return overloads.map((member) => declarationOf(method, member));
  }
  return [];
}

function widgetDeclaration(widget: string, catalogue: Catalogue, hand: Handwritten): Declaration {
  const interfaces = packageInterfaces(widget, catalogue);
  const methods = (clientApi.widgets[widget] ?? [])
    .filter((method) => !hand.names.has(`${widget}.${method}`))
    .flatMap((method) => methodDeclarations(interfaces, method));
  const [parent] = clientApi.inherits[widget] ?? [];
  const heritage = parent === undefined ? "" : ` extends ${parent}`;
  const lines = methods.map((method) => method.text);
  return {
    name: widget,
    text: [`interface ${widget}${heritage} {`, ...lines, "}"].join("\n"),
    mentions: new Set(methods.flatMap((method) => [...method.mentions])),
  };
}

function eventsDeclaration(catalogue: Catalogue, hand: Handwritten): Declaration {
  const events = clientApi.events.filter((event) => !hand.names.has(`TypedEvents.${event}`));
  const lines = events.map((event) => `  ${event}: ${catalogue.payloads.get(event)?.text ?? "unknown[]"};`);
  const mentions = events.flatMap((event) => [...(catalogue.payloads.get(event)?.mentions ?? [])]);
  return {
    name: "TypedEvents",
    text: ["interface TypedEvents {", ...lines, "}"].join("\n"),
    mentions: new Set(mentions),
  };
}

/** Keeps of `types` what the kept declarations and the handwritten ones mention, also through each other. */
function reachable(types: readonly Declaration[], mentioned: ReadonlySet<string>): Declaration[] {
  const wanted = new Set(mentioned);
  const kept = new Set<Declaration>();
  for (let before = -1; before !== kept.size;) {
    before = kept.size;
    for (const type of types) {
      if (kept.has(type) || !wanted.has(type.name)) continue;
      kept.add(type);
      for (const name of type.mentions) wanted.add(name);
    }
  }
  return types.filter((type) => kept.has(type));
}

/** Stock Lua 5.1 without what the client took out of it (`os`, `io`, `debug`, `require`, ...). */
function luaDeclarations(hand: Handwritten): string[] {
  const kept = new Set(clientApi.lua.concat("print"));
  const isKept = (node: ts.Statement): boolean => {
    if (ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node)) {
      return !path.basename(node.getSourceFile().fileName).startsWith("io.");
    }
    const named = ts.isVariableStatement(node) ? node.declarationList.declarations[0] : node;
    if (named === undefined || !("name" in named)) return false;
    const name = ts.getNameOfDeclaration(named as ts.Declaration)?.getText() ?? "";
    return kept.has(name) && !hand.names.has(name);
  };
  return declarationFiles("lua-types/5.1.d.ts", "lua-types").flatMap((file) =>
    file.statements.filter(isKept).map((node) => file.text.slice(node.getStart(file, true), node.end)),
  );
}

/** Blizzard's font objects and the localised texts, which need no signature. */
function frameXmlConstants(declared: ReadonlySet<string>): string[] {
  const fonts = frameXml.fonts.map((name) => ({ name, type: "WoWAPI.Font" }));
  const texts = frameXml.global_strings.map((name) => ({ name, type: "string" }));
  return [...fonts, ...texts]
    .filter(({ name }) => !declared.has(name))
    .map(({ name, type }) => `declare const ${name}: ${type};`);
}

/** The text of the declarations file; see the head of this file. */
export function clientDeclarations(): string {
  const catalogue = readCatalogue();
  const hand = readHandwritten();
  const widgets = Object.keys(clientApi.inherits).map((name) => widgetDeclaration(name, catalogue, hand));
  const globals = catalogue.globals.filter(({ name }) => clientGlobals.has(name) && !hand.names.has(name));
  const roots = [...widgets, ...globals, eventsDeclaration(catalogue, hand)];
  const mentioned = new Set([...hand.mentions, ...roots.flatMap((entry) => [...entry.mentions])]);
  const isOpen = (type: Declaration): boolean =>
    !hand.names.has(type.name) && aliases[type.name] === undefined && !(type.name in clientApi.inherits);
  const types = [...catalogue.apiTypes, ...catalogue.globalTypes].filter(isOpen);
  const kept = reachable(types, mentioned);
  const inNamespace = [
    ...kept.filter((type) => catalogue.apiTypes.includes(type)),
    ...widgets,
    eventsDeclaration(catalogue, hand),
  ];
  const blocks = [
    "/** @noSelfInFile */",
    "declare namespace WoWAPI {",
    ...Object.entries(aliases).map(([name, target]) => `type ${name} = ${target};`),
    ...inNamespace.map((entry) => entry.text),
    "}",
    ...kept.filter((type) => catalogue.globalTypes.includes(type)).map((type) => type.text),
    ...globals.map((entry) => entry.text),
    ...luaDeclarations(hand),
    frameXmlConstants(new Set([...hand.names, ...globals.map((entry) => entry.name)])).join("\n"),
  ];
  return `${blocks.join("\n\n")}\n`;
}

/** Writes the declarations file and returns its path. */
export function writeClientTypes(): string {
  mkdirSync(path.dirname(output), { recursive: true });
  writeFileSync(output, clientDeclarations());
  return output;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeClientTypes();
