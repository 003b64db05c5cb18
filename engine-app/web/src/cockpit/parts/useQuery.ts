import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'

/** Filters that are the address: a link shows the same to somebody else, and Back works. Whatever changes begins at page one. */
export function useQuery<Name extends string>(names: readonly Name[], start: Partial<Record<Name, string>> = {}) {
  const route = useRoute()
  const router = useRouter()
  const filters = computed(() => Object.fromEntries(names.map(name => [name, text(route.query[name]) || start[name] || ''])) as Record<Name, string>)
  const page = computed(() => Math.max(0, Number(text(route.query.page)) || 0))
  const active = computed(() => names.filter(name => text(route.query[name])).length)

  const go = (changes: Partial<Record<Name | 'page', string>>) => {
    const next: Record<string, string> = { ...filters.value, page: '', ...changes }
    return router.push({ query: Object.fromEntries(Object.entries(next).filter(([name, value]) => value && value !== '0' && value !== start[name as Name])) })
  }
  return { filters, page, active, go, clear: () => router.push({ query: {} }) }
}

const text = (value: unknown) => (typeof value === 'string' ? value : '')
