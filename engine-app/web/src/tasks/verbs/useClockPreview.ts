import { onScopeDispose, ref, shallowRef } from 'vue'
import { clockPreview, type ClockChange, type ClockPreview, type PreviewBy } from './api'

const PAUSE = 250

/** What so many days, or this date, would do to every light; asked a moment after the last stroke, the newest answer wins. */
export function useClockPreview(task: () => string, change: () => ClockChange, told: (preview: ClockPreview) => void = () => undefined) {
  const preview = shallowRef<ClockPreview>()
  const problem = shallowRef<unknown>()
  const waiting = ref(false)
  let running: AbortController | undefined
  let soon = 0

  function ask(by: PreviewBy) {
    window.clearTimeout(soon)
    running?.abort()
    waiting.value = true
    soon = window.setTimeout(() => void fetch(by), PAUSE)
  }
  async function fetch(by: PreviewBy) {
    const mine = (running = new AbortController())
    try {
      const fetched = await clockPreview(task(), change(), by, mine.signal)
      if (mine.signal.aborted) return
      preview.value = fetched
      problem.value = undefined
      told(fetched)
    } catch (failure) {
      if (!mine.signal.aborted) problem.value = failure
    } finally {
      if (!mine.signal.aborted) waiting.value = false
    }
  }
  onScopeDispose(() => {
    window.clearTimeout(soon)
    running?.abort()
  })
  return { preview, problem, waiting, ask }
}
