import { logInfo } from "./log";

/**
 * Registers a hook of one spell. ALE of before 2025 has no such hooks, and a later one raises for a spell that the server's tables
 * lack: there it goes without, and the log says so.
 */
export function registerSpell(spellId: number, hook: number, handler: EngineHandler): void {
  const [registered, failure] = pcall(() => RegisterSpellEvent(spellId, hook, handler));
  if (!registered) logInfo(`no hook for the spell ${spellId.toFixed(0)}: ${tostring(failure)}`);
}
