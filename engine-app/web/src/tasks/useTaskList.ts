import { computed, ref, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { tasks } from './api'
import { useFilter } from './list/useFilter'
import { useLive } from '@/ui/useLive'
import { pageOf, useRows } from './list/useRows'
import { useSelection } from './list/useSelection'

/** The worklist as the address describes it, and the chosen task in it. */
export function useTaskList(changed: () => void = () => undefined) {
  const route = useRoute()
  const router = useRouter()
  const { filter, columns, narrow } = useFilter()
  const rows = useRows((page, signal) => tasks(filter.value, page, signal))
  const chosen = computed(() => String(route.params.id ?? ''))
  /** First and last row in sight. */
  const sight = ref<[number, number]>([0, 0])
  /** How many new ones the last quiet reload brought. */
  const news = ref<{ added: number, at: number }>()
  /** Where the chosen one stood last, so that J and K go on from there when it has left the list. */
  const place = ref(-1)

  const address = (id: string) => ({ path: id ? `/tasks/${id}` : '/tasks', query: { ...route.query, tab: undefined } })
  const choose = (id: string) => router.push(address(id))

  /** The task after (or before) the chosen one, fetched if it is not there yet. */
  async function neighbour(step: 1 | -1): Promise<string | undefined> {
    const here = rows.indexOf(chosen.value)
    const gone = here < 0 && step > 0 && place.value >= 0
    const next = here >= 0 ? here + step : gone ? place.value : Math.max(0, place.value - 1)
    if (next < 0 || next >= (rows.total.value ?? 0)) return undefined
    await rows.need(pageOf(next))
    return rows.at(next)?.id
  }

  async function idsBetween(from: string, to: string) {
    const [first, last] = [rows.indexOf(from), rows.indexOf(to)].sort((one, other) => one - other)
    if (first < 0) return [to]
    const places = Array.from({ length: last - first + 1 }, (_, at) => first + at)
    await Promise.all([...new Set(places.map(pageOf))].map(rows.need))
    return places.flatMap(at => rows.at(at)?.id ?? [])
  }
  const selection = useSelection(idsBetween)

  /** Fetch anew what is in sight and what is chosen, without a word. */
  async function reload() {
    const [first, last] = sight.value
    return rows.reload([pageOf(first), pageOf(last), ...(place.value >= 0 ? [pageOf(place.value)] : [])])
  }
  const text = () => JSON.stringify([rows.total.value, [...rows.pages.value.values()].flat().map(row => row.id)])
  const chosenRow = () => {
    const here = rows.indexOf(chosen.value)
    return here < 0 ? '' : JSON.stringify({ ...rows.at(here), unread: false })
  }
  async function refresh() {
    const row = chosenRow()
    const before = rows.total.value === undefined ? undefined : text()
    const added = await reload()
    if (added !== undefined && before !== undefined && before !== text()) news.value = { added, at: Date.now() }
    // Every look at a task is written down: it is looked at again only where something about it changed.
    if (row && added !== undefined && row !== chosenRow()) changed()
  }

  watch(() => JSON.stringify(filter.value), () => {
    selection.drop()
    news.value = undefined
    place.value = -1
    void rows.reload([0], true)
  })
  watch([chosen, rows.pages], () => {
    const here = rows.indexOf(chosen.value)
    if (here >= 0) place.value = here
  })
  useLive('/api/tasks/events', () => void refresh())
  void rows.reload([0], true)

  return { filter, columns, rows, chosen, sight, news, selection, narrow, choose, address, neighbour, reload }
}

export type TaskListing = ReturnType<typeof useTaskList>
