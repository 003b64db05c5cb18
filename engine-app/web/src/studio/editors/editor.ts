/** What the bundle page asks of every editor: hand over the latest text, show one element. */
export interface Editor {
  flush(): Promise<void>
  select(element: string): void
}

/** Runs the last call after a pause; `now` runs it at once. */
export function delayed(act: () => Promise<void> | void, pause = 400) {
  let timer = 0
  let due = false
  const run = async () => {
    window.clearTimeout(timer)
    if (!due) return
    due = false
    await act()
  }
  return {
    soon() {
      due = true
      window.clearTimeout(timer)
      timer = window.setTimeout(() => void run(), pause)
    },
    now: run,
  }
}
