import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{apps,packages,bench}/**/*.test.{ts,tsx}", "scripts/**/*.test.mjs"],
    exclude: ["**/node_modules/**", "**/.next/**"],
    // Processes, not threads: sharp and onnxruntime hold native state that threads of one process would share.
    pool: "forks",
    // Files that run ffmpeg or sharp use several cores by themselves.
    maxWorkers: 2,
    // Twice what the slowest takes on a quiet machine: what hangs is found, and what is only slow is not taken for it.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    retry: 0,
    allowOnly: !process.env.CI,
  },
});
