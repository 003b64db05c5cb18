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

/** `notify-applicant` becomes `notifyApplicant`, or `notifyApplicant2` where that is taken. */
export function freeId(name: string, taken: (id: string) => boolean) {
  const id = name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? id : `${id}${number}`
    if (!taken(candidate)) return candidate
  }
}
