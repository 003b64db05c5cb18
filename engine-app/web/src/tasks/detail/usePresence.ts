import { onScopeDispose, ref, watch } from 'vue'
import { present } from '../verbs/api'

const BEAT = 20_000

/** Who else has this task open; tells the others of us as long as the page is seen. Silent where it cannot be told. */
export function usePresence(id: () => string) {
  const others = ref<string[]>([])
  async function beat() {
    const mine = id()
    if (!mine || document.visibilityState !== 'visible') return
    try {
      const found = await present(mine)
      if (mine === id()) others.value = found.map(one => one.name)
    } catch {
      others.value = []
    }
  }
  watch(id, () => {
    others.value = []
    void beat()
  }, { immediate: true })
  const timer = window.setInterval(() => void beat(), BEAT)
  const seen = () => void beat()
  document.addEventListener('visibilitychange', seen)
  onScopeDispose(() => {
    window.clearInterval(timer)
    document.removeEventListener('visibilitychange', seen)
  })
  return others
}
