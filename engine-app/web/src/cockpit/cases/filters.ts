import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { PAGE_SIZE, type CaseQuery } from '../api'

const NAMES = ['light', 'state', 'department', 'region', 'q'] as const
type Name = (typeof NAMES)[number]

/** The filters of the list are the address: a link shows the same rows to somebody else, and Back works. */
export function useFilters() {
  const route = useRoute()
  const router = useRouter()
  const filters = computed(() => Object.fromEntries(NAMES.map(name => [name, text(route.query[name])])) as Record<Name, string>)
  const page = computed(() => Math.max(0, Number(text(route.query.page)) || 0))
  const query = computed<CaseQuery>(() => ({ ...filters.value, page: page.value }))
  const active = computed(() => NAMES.filter(name => filters.value[name]).length)

  const go = (changes: Partial<Record<Name | 'page', string>>) => {
    const next = { ...filters.value, page: '', ...changes }
    return router.push({ query: Object.fromEntries(Object.entries(next).filter(([, value]) => value && value !== '0')) })
  }
  return { filters, page, query, active, go, clear: () => router.push({ query: {} }) }
}

/** 第 21–40 件 of 57. */
export function shownRange(page: number, total: number) {
  return { from: total ? page * PAGE_SIZE + 1 : 0, to: Math.min(total, (page + 1) * PAGE_SIZE), pages: Math.ceil(total / PAGE_SIZE) }
}

const text = (value: unknown) => (typeof value === 'string' ? value : '')
