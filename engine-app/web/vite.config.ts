import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { windowWorker } from './build/window-worker.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const server = process.env.ONEVISIT_URL ?? 'http://localhost:8080'

/**
 * The code editor in the studio writes its styles into the page as <style>, which the server's Content-Security-Policy
 * forbids. Where it stands in a shadow root it adopts a style sheet instead; let it do so everywhere.
 */
const adoptStyles: Plugin = {
  name: 'adopt-styles',
  apply: 'build',
  transform(code, id) {
    if (!/style-mod[\\/](src|dist)[\\/]style-mod\.js/.test(id)) return
    const only = '!root.head && root.adoptedStyleSheets'
    if (!code.includes(only)) this.error('style-mod has changed: see how it adopts style sheets now')
    return { code: code.replace(only, 'root.adoptedStyleSheets'), map: null }
  },
}

export default defineConfig({
  plugins: [vue(), adoptStyles, windowWorker()],
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
