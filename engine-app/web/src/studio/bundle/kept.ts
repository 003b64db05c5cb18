/** What an analyst changed and has not published, kept in this browser: text by file name, `null` for a deleted file. */
export interface Kept { basedOn: number, at: string, changes: Record<string, string | null> }

const name = (key: string) => `onevisit.studio.${key}`

export function readKept(key: string): Kept | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(name(key)) ?? 'null') as Kept | null
    return kept && Object.keys(kept.changes).length ? kept : undefined
  } catch {
    return undefined
  }
}

/** Says whether it could be kept: the browser may refuse when its space is full. */
export function keep(key: string, basedOn: number, changes: Record<string, string | null>): boolean {
  try {
    if (Object.keys(changes).length) localStorage.setItem(name(key), JSON.stringify({ basedOn, at: new Date().toISOString(), changes } satisfies Kept))
    else localStorage.removeItem(name(key))
    return true
  } catch {
    return false
  }
}

export const keptAt = (key: string) => readKept(key)?.at

/** Tells when another tab of this browser changes the same draft. */
export function whenKeptElsewhere(key: string, tell: () => void) {
  const heard = (event: StorageEvent) => { if (event.key === name(key)) tell() }
  window.addEventListener('storage', heard)
  return () => window.removeEventListener('storage', heard)
}
