import { fileURLToPath } from 'node:url'
import { preview } from 'vite'
import { policy } from './policy'

export const mocked = { root: fileURLToPath(new URL('..', import.meta.url)), mode: 'mocked', logLevel: 'warn' as const, build: { outDir: 'dist-mocked', emptyOutDir: true } }

/** Serves the client with its fixtures inside on a free port of this machine, under the policy of the server. */
export async function serveMocked() {
  const server = await preview({ ...mocked, preview: { port: 0, host: '127.0.0.1', headers: { 'Content-Security-Policy': policy() } } })
  return { url: server.resolvedUrls!.local[0].replace(/\/$/, ''), close: () => server.close() }
}
