import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'

/** What each folder may import beside itself, `locales` and the files of the root; the README says the same. */
const below: Record<string, string[]> = {
  ui: [],
  search: ['ui'],
  voices: ['ui'],
  distribution: ['ui'],
  agency: ['ui'],
  hall: ['ui', 'agency', 'distribution'],
  shell: ['ui', 'account', 'search', 'voices', 'hall'],
  account: ['ui', 'shell', 'agency'],
  portal: ['ui', 'shell', 'agency', 'hall', 'search', 'voices'],
  tasks: ['ui', 'shell', 'agency', 'distribution', 'voices', 'hall'],
  cockpit: ['ui', 'shell', 'distribution', 'voices'],
  studio: ['ui'],
}
/** The window applies for who stands there, and the paper of a mandate is handed in, with the portal's own parts. */
const portals = ['agency/GiveForm.vue', 'agency/MandateList.vue', 'agency/PaperLinks.vue', 'agency/PaperUpload.vue', 'agency/WindowMandatePage.vue', 'agency/api.ts', 'agency/terms.ts', 'hall/SubjectSearch.vue', 'tasks/detail/CaseFacts.vue', 'tasks/window/DraftRows.vue', 'tasks/window/offline/IntakeForm.vue', 'tasks/window/offline/OfflinePage.vue', 'tasks/window/offline/WaitingList.vue', 'tasks/window/offline/api.ts', 'tasks/window/PersonForm.vue', 'tasks/window/SubjectPick.vue', 'tasks/window/WindowAgreementPage.vue', 'tasks/window/WindowPage.vue']

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(file => /\.(vue|ts)$/.test(file) && file.includes('/'))
const folder = (path: string) => path.split('/')[0]
const imported = (file: string) => [...readFileSync(join('src', file), 'utf8').matchAll(/(?:from|import\()\s*'(@|\.\.?)\/([^']+)'/g)]
  .map(([, start, path]) => (start === '@' ? path : normalize(join(dirname(file), start, path))))
  .filter(path => path.includes('/'))
  .map(folder)

describe('floors', () => {
  it.each(Object.keys(below))('%s imports only what lies below it', floor => {
    const allowed = [floor, 'locales', ...below[floor]]
    expect(files.filter(file => folder(file) === floor).flatMap(file => imported(file)
      .filter(other => !allowed.includes(other) && !(other === 'portal' && portals.includes(file)))
      .map(other => `${file} → ${other}`))).toEqual([])
  })

  it('every folder has its place', () => expect([...new Set(files.map(folder))].filter(name => !['locales', 'styles', ...Object.keys(below)].includes(name))).toEqual([]))
})
