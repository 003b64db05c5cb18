import { computed, onScopeDispose, ref, shallowRef } from 'vue'
import { fetchBundle, kindOf, type DraftFile, type ModelFile, type OpenedBundle } from '../api'
import { keep, readKept, whenKeptElsewhere } from './kept'

export type FileState = 'same' | 'changed' | 'added' | 'removed'
export interface FileRow extends ModelFile { state: FileState }

/** A bundle as published plus what was changed here; the changes survive a closed browser. */
export function useDraft(key: string) {
  const opened = shallowRef<OpenedBundle>()
  const changes = ref<Record<string, string | null>>({})
  const basedOn = ref(0)
  const unsafe = ref(false)
  const elsewhere = ref(false)
  /** Grows when texts change from outside an editor, so that editors begin anew. */
  const round = ref(0)

  async function load(signal?: AbortSignal) {
    const bundle = await fetchBundle(key, signal)
    const kept = readKept(key)
    opened.value = bundle
    basedOn.value = kept?.basedOn ?? bundle.edition
    changes.value = kept ? { ...kept.changes } : {}
    prune()
    round.value++
    return bundle
  }

  const published = computed(() => new Map(opened.value?.files.map(file => [file.name, file.text])))
  const files = computed<FileRow[]>(() => {
    const names = new Set([...published.value.keys(), ...Object.keys(changes.value)])
    return [...names].sort().map(name => ({ name, kind: kindOf(name), text: textOf(name) ?? '', state: stateOf(name) }))
  })
  const changed = computed(() => files.value.filter(file => file.state !== 'same'))
  const outdated = computed(() => !!opened.value && basedOn.value < opened.value.edition)
  const content = computed<DraftFile[]>(() => files.value.filter(file => file.state !== 'removed').map(({ name, text }) => ({ name, text })))

  function textOf(name: string) {
    return name in changes.value ? changes.value[name] : published.value.get(name)
  }

  function stateOf(name: string): FileState {
    if (!(name in changes.value)) return 'same'
    if (changes.value[name] === null) return 'removed'
    return published.value.has(name) ? 'changed' : 'added'
  }

  function edit(name: string, text: string | null) {
    changes.value = { ...changes.value, [name]: text }
    prune()
    store()
  }

  function add(name: string, text: string) {
    edit(name, text)
    round.value++
  }

  function revert(name: string) {
    const { [name]: _gone, ...rest } = changes.value
    changes.value = rest
    round.value++
    store()
  }

  function discard() {
    changes.value = {}
    basedOn.value = opened.value?.edition ?? 0
    round.value++
    store()
  }

  /** Put my changes on top of the newest edition. */
  function rebase() {
    basedOn.value = opened.value?.edition ?? 0
    store()
  }

  /** A text that is again as published is no change. */
  function prune() {
    changes.value = Object.fromEntries(Object.entries(changes.value).filter(([name, text]) => text !== (published.value.get(name) ?? null)))
  }

  function store() {
    elsewhere.value = false
    unsafe.value = !keep(key, basedOn.value, changes.value)
  }

  onScopeDispose(whenKeptElsewhere(key, () => { elsewhere.value = true }))
  return { opened, files, changed, content, basedOn, outdated, unsafe, elsewhere, round, load, textOf, edit, add, revert, discard, rebase }
}

export type Draft = ReturnType<typeof useDraft>
