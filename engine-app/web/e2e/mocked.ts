import { fileURLToPath } from 'node:url'
import { build, preview } from 'vite'
import { policy } from './policy'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Build the client with its fixtures inside and serve it on a free port of this machine, under the policy of the server. */
export async function serveMocked() {
  const output = { outDir: 'dist-mocked', emptyOutDir: true }
  await build({ root, mode: 'mocked', logLevel: 'warn', build: output })
  const server = await preview({ root, mode: 'mocked', logLevel: 'warn', build: output, preview: { port: 0, host: '127.0.0.1', headers: { 'Content-Security-Policy': policy() } } })
  return { url: server.resolvedUrls!.local[0].replace(/\/$/, ''), close: () => server.close() }
}
