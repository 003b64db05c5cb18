import { onScopeDispose, shallowRef, watch } from 'vue'
import { reading, stateReading, type Answers, type PaperReading, type ReadField, type Value } from '../api'

const PAUSE = 2000
/** A reader that was asleep takes half a minute to wake up. */
const PATIENCE = 45

/** What was read in an uploaded paper, asked for until it is there. */
export function useReading(draft: string, document: () => string | null | undefined) {
  const read = shallowRef<PaperReading>()
  const slow = shallowRef(false)
  let way: AbortController | undefined
  let timer = 0

  async function ask(id: string, signal: AbortSignal, tries: number) {
    try {
      read.value = await reading(draft, id, signal)
    } catch {
      if (!signal.aborted) slow.value = true
      return
    }
    if (read.value.state !== 'READING') return
    if (tries === 0) slow.value = true
    else timer = window.setTimeout(() => void ask(id, signal, tries - 1), PAUSE)
  }

  function stop() {
    way?.abort()
    window.clearTimeout(timer)
  }

  watch(document, id => {
    stop()
    read.value = undefined
    slow.value = false
    way = new AbortController()
    if (id) void ask(id, way.signal, PATIENCE)
  }, { immediate: true })
  onScopeDispose(stop)

  async function correct(field: ReadField, words: string) {
    const said = Object.fromEntries(read.value!.fields.filter(each => each.stated !== null).map(each => [each.key, each.stated!]))
    read.value = await stateReading(draft, document()!, { ...said, [field.key]: words })
  }

  return { read, slow, correct }
}

/** The answer as it would stand on the paper. */
export function onPaper({ answer, words }: ReadField, answers: Answers, options?: { value: Value, label: string }[]): string {
  const value = answer === null ? undefined : answers[answer]
  if (value === undefined || value === null) return ''
  return words?.[String(value)] ?? options?.find(option => option.value === value)?.label ?? String(value)
}

/** The answer that says what was read: a code where the form has codes. */
export function asAnswer({ words }: ReadField, said: string): string {
  return Object.entries(words ?? {}).find(([, word]) => word === said)?.[0] ?? said
}

const plain = (text: string) => text.normalize('NFKC').replace(/\s/g, '').toUpperCase()
export const saysTheSame = (one: string, other: string) => plain(one) === plain(other)
