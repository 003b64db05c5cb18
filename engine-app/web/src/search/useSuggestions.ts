import { onScopeDispose, ref, watch, type Ref } from 'vue'
import { regionOf, suggest, type Hit } from './api'

const PAUSE = 200

/** What the words could become, asked for when typing pauses; an older question is dropped. */
export function useSuggestions(words: Ref<string>) {
  const hits = ref<Hit[]>([])
  let timer = 0
  let running: AbortController | undefined

  function forget() {
    window.clearTimeout(timer)
    running?.abort()
    hits.value = []
  }

  async function ask(q: string) {
    const mine = (running = new AbortController())
    try {
      const found = await suggest(q, regionOf(), mine.signal)
      if (!mine.signal.aborted) hits.value = found.hits
    } catch {
      if (!mine.signal.aborted) hits.value = [] // suggestions are a help; without them the words can still be sent
    }
  }

  watch(words, now => {
    window.clearTimeout(timer)
    running?.abort()
    const q = now.trim()
    if (q) timer = window.setTimeout(() => void ask(q), PAUSE)
    else hits.value = []
  })
  onScopeDispose(forget)
  return { hits, forget }
}
