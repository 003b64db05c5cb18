import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  resolve: { alias: { '@': here('../src'), '@mocks': here('../mocks') } },
  // A browser on a busy machine may miss a moment: what fails is tried once more, and named so; what fails twice is broken.
  test: { retry: 1, root: here('.'), include: ['*.spec.ts'], testTimeout: 300_000, hookTimeout: 180_000, fileParallelism: false, globalSetup: [here('./build.ts')] },
})
