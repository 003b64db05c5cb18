import { onScopeDispose, ref, shallowRef } from 'vue'
import type { LoadState } from '@/ui/useLoad'
import { PAGE_SIZE, type TaskList, type TaskRow } from '../api'

export const pageOf = (index: number) => Math.floor(index / PAGE_SIZE)

/** A long list held in pages, each fetched when somebody comes near it. What was there stays until the new is there. */
export function useRows(fetcher: (page: number, signal: AbortSignal) => Promise<TaskList>) {
  const pages = shallowRef<ReadonlyMap<number, TaskRow[]>>(new Map())
  const total = ref<number>()
  const state = ref<LoadState>('idle')
  const problem = shallowRef<unknown>()
  const known = new Set<string>()
  const coming = new Map<number, Promise<void>>()
  let round = new AbortController()

  const at = (index: number): TaskRow | undefined => pages.value.get(pageOf(index))?.[index % PAGE_SIZE]
  /** Its place in the list, as far as it is loaded; else -1. */
  function indexOf(id: string) {
    for (const [page, rows] of pages.value) {
      const found = rows.findIndex(row => row.id === id)
      if (found >= 0) return page * PAGE_SIZE + found
    }
    return -1
  }

  function put(fetched: [number, TaskList][], kept: ReadonlyMap<number, TaskRow[]>) {
    pages.value = new Map([...kept, ...fetched.map(([page, { items }]) => [page, items] as const)])
    fetched.forEach(([, { items }]) => items.forEach(row => known.add(row.id)))
    total.value = fetched.at(-1)?.[1].total ?? total.value
    state.value = 'ready'
    problem.value = undefined
  }

  /** See to it that this page is there. */
  function need(page: number): Promise<void> {
    if (pages.value.has(page)) return Promise.resolve()
    const mine = round
    const fetching = coming.get(page) ?? fetcher(page, mine.signal)
      .then(list => { if (!mine.signal.aborted) put([[page, list]], pages.value) }, fault => failed(fault, mine))
      .finally(() => { if (mine === round) coming.delete(page) })
    coming.set(page, fetching)
    return fetching
  }

  /** Fetch these pages anew and forget the others. How many rows came that were not known; nothing where it failed or was overtaken. */
  async function reload(wanted: number[], anew = false): Promise<number | undefined> {
    round.abort()
    const mine = (round = new AbortController())
    coming.clear()
    state.value = 'loading'
    try {
      const fetched = await Promise.all([...new Set(wanted)].map(async page => [page, await fetcher(page, mine.signal)] as [number, TaskList]))
      if (mine.signal.aborted) return undefined
      if (anew) known.clear()
      const fresh = fetched.reduce((sum, [, { items }]) => sum + freshIn(items), 0)
      put(fetched, new Map())
      return fresh
    } catch (fault) {
      failed(fault, mine)
      return undefined
    }
  }

  /** New ones; what has only moved up from a page that was never loaded stands at the end and does not count. */
  function freshIn(items: TaskRow[]) {
    const wholly = (total.value ?? 0) <= known.size
    const until = wholly ? items.length : items.map(row => known.has(row.id)).lastIndexOf(true)
    return items.slice(0, Math.max(0, until)).filter(row => !known.has(row.id)).length
  }

  function failed(fault: unknown, mine: AbortController) {
    if (mine.signal.aborted) return
    problem.value = fault
    state.value = 'failed'
  }

  /** Say something new about a row without fetching. */
  function mend(id: string, change: Partial<TaskRow>) {
    pages.value = new Map([...pages.value].map(([page, rows]) => [page, rows.map(row => (row.id === id ? { ...row, ...change } : row))]))
  }

  onScopeDispose(() => round.abort())
  return { pages, total, state, problem, at, indexOf, need, reload, mend }
}
