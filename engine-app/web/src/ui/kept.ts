/** Keeps something of this visit in this window, so that a reload or a new sign-in loses nothing; gone when the window closes. */
export function keepFor<T>(name: string) {
  const key = `onevisit.${name}`
  return {
    read(): T | undefined {
      try {
        const text = sessionStorage.getItem(key)
        return text ? (JSON.parse(text) as T) : undefined
      } catch {
        return undefined
      }
    },
    write(value: T) {
      try {
        sessionStorage.setItem(key, JSON.stringify(value))
      } catch {
        // Storage may be full or forbidden; the page itself still holds the input.
      }
    },
    forget() {
      try {
        sessionStorage.removeItem(key)
      } catch {
        // Nothing was kept then.
      }
    },
  }
}
