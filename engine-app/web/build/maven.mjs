// Called by Maven: installs only when the lock file changed, builds only when a source changed; with `specs` it runs the client's specs.
import { execSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const [what, skipped] = process.argv.slice(2)
if (what === 'specs') {
  if (skipped !== 'true') execSync('npm test', { stdio: 'inherit' })
  process.exit(0)
}

const INSTALLED = 'node_modules/.installed'
const BUILT = 'dist/.vite/built'
const SOURCES = ['src', 'public', 'build', 'mocks', 'index.html', 'package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts']

const hash = (...files) => files.reduce((sum, file) => sum.update(file).update(readFileSync(file)), createHash('sha256')).digest('hex')
const files = path => path.includes('.') ? [path] : readdirSync(path, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name)).sort()
const same = (stamp, value) => existsSync(stamp) && readFileSync(stamp, 'utf8') === value
const run = command => execSync(command, { stdio: 'inherit' })

const lock = hash('package-lock.json')
if (!same(INSTALLED, lock)) {
  console.log('Web client: installing packages (the lock file changed) …')
  run('npm ci --no-audit --no-fund')
  writeFileSync(INSTALLED, lock)
}
// What the client is made of, from the lock file: served beside the server's own list at /actuator/sbom.
const SBOM = '../target/classes/META-INF/sbom'
const bill = execSync('npm sbom --sbom-format cyclonedx --sbom-type application --package-lock-only --omit dev')
mkdirSync(SBOM, { recursive: true })
writeFileSync(`${SBOM}/web.cdx.json`, bill)
const sources = hash(...SOURCES.flatMap(files))
if (!same(BUILT, sources)) {
  console.log('Web client: building …')
  run('npm run build')
  writeFileSync(BUILT, sources)
}
