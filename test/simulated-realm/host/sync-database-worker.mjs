// A worker thread starts with JavaScript: Node 20 gives it none of its parent's loaders.
import { register } from "tsx/esm/api";

register();
await import("./sync-database-answers.ts");
