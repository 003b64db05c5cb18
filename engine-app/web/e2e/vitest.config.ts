import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  resolve: { alias: { '@': here('../src'), '@mocks': here('../mocks') } },
  test: { root: here('.'), include: ['*.spec.ts'], testTimeout: 300_000, hookTimeout: 180_000, fileParallelism: false, globalSetup: [here('./build.ts')] },
})
