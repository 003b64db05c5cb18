import { computed } from 'vue'
import { useRoute, useRouter, type LocationQueryRaw } from 'vue-router'
import { LIGHTS, SORTS, VIEWS, type Filter } from '../api'

export const COLUMNS = ['person', 'step', 'number', 'due', 'holder'] as const
export type Column = (typeof COLUMNS)[number]
type Choice = Pick<Filter, 'sort'> & { columns: Column[] }

const KEY = 'onevisit.tasks.choice'

/** What the list shows, in which order and with which columns: the address says it; order and columns are also remembered for the next visit. */
export function useFilter() {
  const route = useRoute()
  const router = useRouter()
  const filter = computed<Filter>(() => ({
    view: VIEWS.find(view => view === route.query.view) ?? 'all',
    light: LIGHTS.find(light => light === route.query.light) ?? '',
    q: String(route.query.q ?? ''),
    sort: SORTS.find(sort => sort === route.query.sort) ?? 'due',
  }))
  const columns = computed<Column[]>(() => columnsIn(route.query.columns))

  const queryOf = ({ view, light, q, sort }: Filter, shown: Column[]): LocationQueryRaw => ({
    ...(view !== 'all' && { view }), ...(light && { light }), ...(q && { q }), ...(sort !== 'due' && { sort }),
    ...(shown.length < COLUMNS.length && { columns: shown.join(',') || 'none' }),
  })
  /** Change what is shown; the chosen task stays chosen. */
  function narrow(change: Partial<Filter>, shown = columns.value) {
    const next = { ...filter.value, ...change }
    if (next.sort !== filter.value.sort || shown !== columns.value) remember({ sort: next.sort, columns: shown })
    return router.push({ path: route.path, query: queryOf(next, shown) })
  }

  const kept = remembered()
  if (kept && !route.query.sort && !route.query.columns) void router.replace({ path: route.path, query: { ...route.query, ...queryOf({ ...filter.value, sort: kept.sort }, kept.columns) } })

  return { filter, columns, narrow }
}

/** Whether two of them show the same. */
export const sameFilter = (one: Filter, other: Filter) => (['view', 'light', 'q', 'sort'] as const).every(name => (one[name] || '') === (other[name] || ''))

function columnsIn(text: unknown): Column[] {
  if (!text) return [...COLUMNS]
  const names = String(text).split(',')
  return COLUMNS.filter(column => names.includes(column))
}

function remember(choice: Choice) {
  try { localStorage.setItem(KEY, JSON.stringify(choice)) } catch { /* The address still says it. */ }
}

function remembered(): Choice | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? 'null') as Choice | null
    return kept ? { sort: SORTS.find(sort => sort === kept.sort) ?? 'due', columns: COLUMNS.filter(column => kept.columns.includes(column)) } : undefined
  } catch {
    return undefined
  }
}
