import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts", "test/shared/**/*.spec.ts"],
    globals: true,
    globalSetup: ["test/global-setup.ts"],
    setupFiles: ["test/shared/setup.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
