import { ref } from 'vue'
import { Problem } from '@/http'

/** Sends a form: what the server says about one field stands beside it, everything else above the form. */
export function useSending() {
  const busy = ref(false)
  const problem = ref<unknown>()
  const faults = ref<Record<string, string>>({})

  async function sending(act: () => Promise<void>) {
    busy.value = true
    problem.value = undefined
    faults.value = {}
    try {
      await act()
    } catch (failure) {
      const field = failure instanceof Problem ? failure.extras.field : undefined
      if (typeof field === 'string') faults.value = { [field]: (failure as Problem).detail }
      else problem.value = failure
    } finally {
      busy.value = false
    }
  }
  return { busy, problem, faults, sending }
}
