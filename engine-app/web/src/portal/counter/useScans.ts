import { computed, onScopeDispose, ref, shallowRef, type InjectionKey } from 'vue'
import { useUploads } from '../apply/useUploads'
import { arrange, scan, scans, type ScanPage, type Scans, type ScanSource } from './api'

export type Saving = 'saved' | 'waiting' | 'saving' | 'failed'
const PAUSE = 900

/** The pages on the table: what is done with them shows at once, is sent a moment later, and can be taken back. */
export function useScans(draft: string, arranged: () => void | Promise<void>) {
  const sources = shallowRef<ScanSource[]>([])
  const pages = shallowRef<ScanPage[]>([])
  const before = shallowRef<ScanPage[][]>([])
  const saving = ref<Saving>('saved')
  const problem = shallowRef<unknown>()
  const shown = computed(() => pages.value.filter(page => !page.removed))
  const loose = computed(() => shown.value.filter(page => page.materialKey === null))
  let timer = 0
  let running: Promise<void> | undefined
  let files = 0
  const uploads = useUploads((_, file, progress, signal) => scan(draft, file, progress, signal), (_, found) => adoptNew(found))

  const load = async (signal?: AbortSignal) => adopt(await scans(draft, signal))

  function adopt(found: Scans) {
    sources.value = found.sources
    pages.value = found.pages
  }

  /** Pages that arrive lie behind what is on the table as it is now. */
  function adoptNew(found: Scans) {
    const known = new Set(pages.value.map(nameOf))
    sources.value = found.sources
    const fresh = found.pages.filter(page => !known.has(nameOf(page)))
    pages.value = [...pages.value, ...fresh]
    before.value = before.value.map(earlier => [...earlier, ...fresh])
  }

  const add = (picked: Iterable<File>) => [...picked].forEach(file => void uploads.start(`scan-${++files}`, file, 'image/png,image/jpeg,application/pdf'))

  function change(next: ScanPage[]) {
    before.value = [...before.value.slice(-49), pages.value]
    lay(next)
  }

  function lay(next: ScanPage[]) {
    pages.value = next
    saving.value = 'waiting'
    window.clearTimeout(timer)
    timer = window.setTimeout(() => void flush(), PAUSE)
  }

  const edit = (names: string[], how: (page: ScanPage) => ScanPage) => change(pages.value.map(page => (names.includes(nameOf(page)) ? how(page) : page)))
  const assign = (names: string[], materialKey: string | null) => edit(names, page => ({ ...page, materialKey }))
  const turn = (names: string[]) => edit(names, page => ({ ...page, turn: (page.turn + 90) % 360 }))
  const remove = (names: string[]) => edit(names, page => ({ ...page, removed: true }))

  /** Moves a page before or behind its neighbour of the same material. */
  function move(name: string, by: 1 | -1) {
    const page = pages.value.find(one => nameOf(one) === name)
    const beside = shown.value.filter(one => one.materialKey === page?.materialKey)
    const other = beside[beside.findIndex(one => nameOf(one) === name) + by]
    if (page && other) change(pages.value.map(one => (one === page ? other : one === other ? page : one)))
  }

  /** Puts a page where another one lies, and gives it to the same material. */
  function put(name: string, at: ScanPage) {
    const page = pages.value.find(one => nameOf(one) === name)
    if (!page || page === at) return
    const rest = pages.value.filter(one => one !== page)
    rest.splice(rest.indexOf(at), 0, { ...page, materialKey: at.materialKey })
    change(rest)
  }

  function undo() {
    const last = before.value.at(-1)
    if (!last) return
    before.value = before.value.slice(0, -1)
    lay(last)
  }

  async function flush() {
    window.clearTimeout(timer)
    await running
    if (saving.value !== 'waiting' && saving.value !== 'failed') return
    running = send().finally(() => { running = undefined })
    await running
  }

  async function send() {
    saving.value = 'saving'
    try {
      await arrange(draft, pages.value)
      problem.value = undefined
      if (saving.value === 'saving') saving.value = 'saved'
      await arranged()
    } catch (failure) {
      problem.value = failure
      saving.value = 'failed'
    }
  }

  onScopeDispose(() => void flush())
  return { sources, pages, shown, loose, saving, problem, uploads, undoable: computed(() => before.value.length > 0), load, add, assign, turn, remove, move, put, undo, flush }
}

export type ScanTable = ReturnType<typeof useScans>
export const scansKey: InjectionKey<ScanTable> = Symbol('scans')
export const nameOf = ({ document, page }: ScanPage) => `${document}.${page}`
