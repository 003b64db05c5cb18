import { ref } from 'vue'
import { get } from '@/http'

interface Named { key: string, name: string }
interface ItemNames { items: { code: string, name: string }[] }

const bundles = ref<Named[]>()
const items = ref<Record<string, string>>({})

/** Names of what a mandate is good for: bundles by key, items by code. */
export function useSubjects() {
  if (!bundles.value) get<Named[]>('/api/bundles').then(found => { bundles.value = found }, () => { bundles.value = undefined })
  const nameOf = (subject: string) => bundles.value?.find(bundle => bundle.key === subject)?.name ?? items.value[subject] ?? subject
  async function find(words: string) {
    const found = await get<ItemNames>(`/api/items?${new URLSearchParams({ q: words })}`)
    found.items.forEach(item => { items.value[item.code] = item.name })
    return found.items
  }
  return { bundles, nameOf, find }
}
