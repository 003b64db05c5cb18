import { computed, ref, watch, type Ref } from 'vue'

/** Which of a list are chosen. What leaves the list is chosen no more; a new list begins with `first`. */
export function useChosen<T extends { id: string }>(list: Ref<T[] | undefined>, first: (list: T[]) => string[]) {
  const chosen = ref(new Set<string>())
  watch(list, now => {
    if (now) chosen.value = new Set(first(now))
  })
  const all = computed(() => !!list.value?.length && list.value.every(one => chosen.value.has(one.id)))
  const picked = computed(() => (list.value ?? []).filter(one => chosen.value.has(one.id)))
  const toggle = (id: string) => {
    const next = new Set(chosen.value)
    if (!next.delete(id)) next.add(id)
    chosen.value = next
  }
  const toggleAll = () => { chosen.value = new Set(all.value ? [] : (list.value ?? []).map(one => one.id)) }
  return { chosen, picked, all, toggle, toggleAll }
}
