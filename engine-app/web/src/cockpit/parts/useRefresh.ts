import { onBeforeUnmount, onMounted, ref } from 'vue'

/** Fetches again now and then, but never while nobody looks or while it is switched off; knows how old the figures are. */
export function useRefresh(load: () => Promise<unknown>, seconds = 15) {
  const auto = ref(true)
  const at = ref<string | null>(null)
  const busy = ref(false)
  let timer = 0

  async function refresh() {
    if (busy.value) return
    busy.value = true
    try {
      await load()
      at.value = new Date().toISOString()
    } finally {
      busy.value = false
    }
  }

  const tick = () => { if (auto.value && !document.hidden) void refresh() }

  onMounted(() => {
    void refresh()
    timer = window.setInterval(tick, seconds * 1000)
    document.addEventListener('visibilitychange', tick)
  })
  onBeforeUnmount(() => {
    window.clearInterval(timer)
    document.removeEventListener('visibilitychange', tick)
  })
  return { auto, at, busy, refresh }
}
