// Prints what each floor of the house costs in compressed bytes, and fails when the first page grows past its limit.
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const FIRST_PAGE_LIMIT = 200_000
const manifest = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8'))
const entries = Object.entries(manifest)

/** The files a page needs at once: itself and what it imports statically. */
function filesOf(key, seen = new Set()) {
  if (seen.has(key)) return seen
  seen.add(key)
  manifest[key].imports?.forEach(imported => filesOf(imported, seen))
  return seen
}

function weigh(keys) {
  const files = new Set([...keys].flatMap(key => [manifest[key].file, ...(manifest[key].css ?? [])]))
  return [...files].reduce((sum, file) => sum + gzipSync(readFileSync(`dist/${file}`)).length, 0)
}

const entry = entries.find(([, chunk]) => chunk.isEntry)[0]
const first = filesOf(entry)
const firstPage = weigh(first)
const kilo = bytes => `${(bytes / 1000).toFixed(1)} kB`.padStart(10)

console.log(`${kilo(firstPage)}  first page`)
for (const [key, chunk] of entries.filter(([, chunk]) => chunk.isDynamicEntry)) {
  console.log(`${kilo(weigh([...filesOf(key)].filter(file => !first.has(file))))}  + ${chunk.src ?? key}`)
}
if (firstPage > FIRST_PAGE_LIMIT) {
  console.error(`The first page weighs ${firstPage} bytes compressed; the limit is ${FIRST_PAGE_LIMIT}.`)
  process.exit(1)
}
