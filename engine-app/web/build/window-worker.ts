import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { OutputChunk } from 'rolldown'
import type { Plugin } from 'vite'

/** The pages that open without the network, and in mocked mode the pretended server. */
const PAGES = /tasks\/(routes\.ts|window\/(WindowPage|offline\/OfflinePage)\.vue)$|mocks\/browser\.ts$/

/** Writes window-worker.js with the names of the files that these pages need. */
export function windowWorker(): Plugin {
  return {
    name: 'window-worker',
    apply: 'build',
    // after the builder has thrown away what is nothing but style
    generateBundle: { order: 'post', handler(_, bundle) {
      const chunks = Object.values(bundle).filter((one): one is OutputChunk => one.type === 'chunk')
      const files = new Set(['/icon.svg'])
      const take = (chunk?: OutputChunk) => {
        if (!chunk || files.has(`/${chunk.fileName}`)) return
        files.add(`/${chunk.fileName}`)
        const { importedCss, importedAssets } = (chunk as OutputChunk & { viteMetadata?: { importedCss: Set<string>, importedAssets: Set<string> } }).viteMetadata ?? {}
        ;[...(importedCss ?? []), ...(importedAssets ?? [])].forEach(file => files.add(`/${file}`))
        chunk.imports.forEach(name => take(chunks.find(one => one.fileName === name)))
      }
      chunks.filter(chunk => chunk.isEntry || PAGES.test(chunk.facadeModuleId ?? '')).forEach(take)
      const list = JSON.stringify([...files].sort())
      const source = readFileSync(new URL('./window-worker.js', import.meta.url), 'utf8')
        .replace('__FILES__', list)
        .replace('__VERSION__', createHash('sha256').update(list).digest('hex').slice(0, 12))
      this.emitFile({ type: 'asset', fileName: 'window-worker.js', source })
    } },
  }
}
