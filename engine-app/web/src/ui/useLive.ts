import { onScopeDispose } from 'vue'

const PAUSE = 15_000
const RETRY = 30_000
const TOGETHER = 300

/** Told by the server when something changed; asks every 15 seconds only while it cannot be told. The server ends each line after a minute, the browser takes it up again. Nobody is disturbed in a hidden tab; it catches up when seen again. */
export function useLive(address: string, changed: () => void) {
  let source: EventSource | undefined
  let open = false
  let greeted = false
  let missed = false
  let soon = 0
  let retry = 0
  const seen = () => document.visibilityState === 'visible'

  function hear() {
    if (!seen()) {
      missed = true
      return
    }
    window.clearTimeout(soon)
    soon = window.setTimeout(changed, TOGETHER)
  }

  /** The line stands, for the first time or again: what was said meanwhile was not heard, and lights change with time. */
  function again() {
    if (greeted) hear()
    greeted = true
  }

  function connect() {
    if (typeof EventSource === 'undefined') return
    source?.close()
    source = new EventSource(address)
    source.onopen = () => {
      open = true
    }
    source.addEventListener('changed', hear)
    source.addEventListener('ready', again)
    source.onerror = () => {
      open = false
      if (source?.readyState === EventSource.CLOSED) retry = window.setTimeout(connect, RETRY)
    }
  }

  function shown() {
    if (!seen() || !missed) return
    missed = false
    changed()
  }

  const poll = window.setInterval(() => { if (!open && seen()) changed() }, PAUSE)
  document.addEventListener('visibilitychange', shown)
  onScopeDispose(() => {
    ;[soon, retry].forEach(timer => window.clearTimeout(timer))
    window.clearInterval(poll)
    document.removeEventListener('visibilitychange', shown)
    source?.close()
  })
  connect()
}
