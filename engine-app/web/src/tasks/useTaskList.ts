import { computed, onScopeDispose, watch } from 'vue'
import { useRoute, useRouter, type LocationQueryRaw } from 'vue-router'
import type { Light } from '@/ui/LightBadge.vue'
import { useLoad } from '@/ui/useLoad'
import { tasks, type Filter } from './api'

const PAUSE = 15_000
const views = ['all', 'mine', 'group'] as const
const lights = ['RED', 'YELLOW', 'BLUE', 'NONE'] as const

/** The worklist as the address describes it: view, light, words, page and the chosen task. */
export function useTaskList() {
  const route = useRoute()
  const router = useRouter()
  const filter = computed<Filter>(() => ({
    view: views.find(view => view === route.query.view) ?? 'all',
    light: lights.find(light => light === route.query.light) ?? '',
    q: String(route.query.q ?? ''),
    page: Math.max(0, Number(route.query.page ?? 1) - 1) || 0,
  }))
  const list = useLoad(signal => tasks(filter.value, signal))
  const rows = computed(() => list.value.value?.items ?? [])
  const chosen = computed(() => String(route.params.id ?? ''))

  /** Change the filter; the chosen task stays chosen. */
  function narrow(change: Partial<{ view: Filter['view'], light: Light | '', q: string, page: number }>) {
    const { view, light, q, page } = { ...filter.value, page: 0, ...change }
    const query: LocationQueryRaw = { ...(view !== 'all' && { view }), ...(light && { light }), ...(q && { q }), ...(page && { page: page + 1 }) }
    return router.push({ path: route.path, query })
  }
  const address = (id: string) => ({ path: id ? `/tasks/${id}` : '/tasks', query: { ...route.query, tab: undefined } })
  const choose = (id: string) => router.push(address(id))

  /** The task after (or before) the chosen one, as the list stands. */
  function neighbour(step: 1 | -1) {
    const at = rows.value.findIndex(row => row.id === chosen.value)
    return rows.value[at < 0 ? 0 : at + step]?.id
  }

  watch(filter, (now, before) => { if (JSON.stringify(now) !== JSON.stringify(before)) void list.load() })
  const timer = window.setInterval(() => {
    if (document.visibilityState === 'visible' && list.state.value === 'ready') void list.load()
  }, PAUSE)
  onScopeDispose(() => window.clearInterval(timer))
  void list.load()

  return { filter, list, rows, chosen, narrow, choose, address, neighbour }
}

export type TaskListing = ReturnType<typeof useTaskList>
