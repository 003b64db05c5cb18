import { computed, onScopeDispose, ref, watch } from 'vue'
import { say } from '@/i18n'
import { useLoad } from '@/ui/useLoad'
import { application } from '../api'

const PAUSE = 5000

/** One application followed while it is open: looked at again every few seconds as long as the window is seen. */
export function useApplication(no: string) {
  const { value, state, problem, load } = useLoad(signal => application(no, signal))
  const news = ref('')
  const open = computed(() => value.value?.state === 'IN_PROGRESS')

  watch(value, (now, before) => {
    const known = new Set(before?.timeline.map(each => each.at))
    const latest = now?.timeline.filter(each => !known.has(each.at)).sort((one, other) => (one.at < other.at ? 1 : -1))[0]
    if (before && latest) news.value = say('portal.track.news', { what: latest.what })
  })
  const timer = window.setInterval(() => {
    if (open.value && document.visibilityState === 'visible' && state.value !== 'loading') void load()
  }, PAUSE)
  onScopeDispose(() => window.clearInterval(timer))
  void load()
  return { application: value, state, problem, news, load }
}
