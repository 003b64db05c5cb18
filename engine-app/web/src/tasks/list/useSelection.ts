import { computed, shallowRef } from 'vue'

/** Ticked rows; with Shift everything from the last tick to this one. */
export function useSelection(idsBetween: (from: string, to: string) => Promise<string[]>) {
  const ids = shallowRef<ReadonlySet<string>>(new Set())
  let last = ''

  async function pick(id: string, range = false) {
    const on = !ids.value.has(id)
    const those = range && last ? await idsBetween(last, id) : [id]
    const next = new Set(ids.value)
    those.forEach(each => (on ? next.add(each) : next.delete(each)))
    ids.value = next
    last = id
  }
  const drop = (those: Iterable<string> = ids.value) => {
    const gone = new Set(those)
    ids.value = new Set([...ids.value].filter(id => !gone.has(id)))
  }
  return { ids, count: computed(() => ids.value.size), pick, drop }
}
