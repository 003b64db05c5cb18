import { onScopeDispose, ref, shallowRef } from 'vue'

export type LoadState = 'idle' | 'loading' | 'ready' | 'failed'

/** One thing fetched for a page: its value, how far it is, and the way to fetch it again. The newest call wins. */
export function useLoad<T>(fetcher: (signal: AbortSignal) => Promise<T>) {
  const value = shallowRef<T>()
  const problem = shallowRef<unknown>()
  const state = ref<LoadState>('idle')
  let running: AbortController | undefined

  async function load() {
    running?.abort()
    const mine = (running = new AbortController())
    state.value = 'loading'
    try {
      const fetched = await fetcher(mine.signal)
      if (mine.signal.aborted) return
      value.value = fetched
      problem.value = undefined
      state.value = 'ready'
    } catch (failure) {
      if (mine.signal.aborted) return
      problem.value = failure
      state.value = 'failed'
    }
  }

  onScopeDispose(() => running?.abort())
  return { value, problem, state, load }
}
