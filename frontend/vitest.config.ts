import { defineConfig } from 'vitest/config';

/** `logic` needs nothing but Node; `browser` drives the Chromium named by CHROMIUM, or the one on the path. */
export default defineConfig({
    test: {
        projects: [
            // In few processes: to start one for each file takes five times as long as all the tests.
            { test: { name: 'logic', isolate: false, include: ['src/**/*.test.ts', 'bench/**/*.test.ts'] } },
            {
                test: {
                    name: 'browser',
                    include: ['browser/**/*.test.ts'],
                    testTimeout: 30_000,
                    hookTimeout: 60_000,
                    fileParallelism: false,
                },
            },
        ],
    },
});
