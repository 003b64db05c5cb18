const opened = new Set<PretendedEvents>()

/** Stands in for the server's event stream: opens at once and says so, tells what `tellChanged` says. */
class PretendedEvents extends EventTarget {
  static readonly CONNECTING = 0
  static readonly OPEN = 1
  static readonly CLOSED = 2
  readyState = 0
  onopen?: () => void
  onerror?: () => void

  constructor(readonly url: string) {
    super()
    opened.add(this)
    queueMicrotask(() => this.open())
  }

  open() {
    if (this.readyState === PretendedEvents.CLOSED) return
    this.readyState = PretendedEvents.OPEN
    this.onopen?.()
    this.dispatchEvent(new Event('ready'))
  }

  /** The line breaks; for good, or to come back by itself. */
  fail(forGood: boolean) {
    this.readyState = forGood ? PretendedEvents.CLOSED : PretendedEvents.CONNECTING
    this.onerror?.()
  }

  close() {
    this.readyState = PretendedEvents.CLOSED
    opened.delete(this)
  }
}

export const pretendEvents = () => { globalThis.EventSource = PretendedEvents as never }
export const tellChanged = () => opened.forEach(line => line.readyState === PretendedEvents.OPEN && line.dispatchEvent(new Event('changed')))
export const lines = () => [...opened]
