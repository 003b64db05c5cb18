import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const server = process.env.ONEVISIT_URL ?? 'http://localhost:8080'

export default defineConfig({
  plugins: [vue()],
  resolve: { alias: { '@': here('./src'), '@mocks': here('./mocks') } },
  server: { proxy: { '/api': server }, fs: { allow: [here('../..')] } },
  build: { target: 'es2022', manifest: true, chunkSizeWarningLimit: 2000 },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.spec.ts'],
    setupFiles: ['./mocks/vitest.ts'],
    restoreMocks: true,
    testTimeout: 30_000,
    server: { deps: { inline: ['element-plus'] } },
  },
})
