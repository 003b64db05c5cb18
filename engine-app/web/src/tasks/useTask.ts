import { computed, ref, shallowRef, watch } from 'vue'
import { Problem } from '@/http'
import { session } from '@/session'
import { useLoad } from '@/ui/useLoad'
import { claim, complete, endCase, task, unclaim, type EndingKind } from './api'

/** One task with its evidence, and the acts on it. */
export function useTask(id: () => string) {
  const { value, state, problem, load } = useLoad(signal => task(id(), signal))
  const refused = shallowRef<unknown>()
  const busy = ref(false)
  const mine = computed(() => !!value.value?.assignee && value.value.assignee === session.person?.username)
  const others = computed(() => !!value.value?.assignee && !mine.value)

  watch(id, () => {
    value.value = undefined
    refused.value = undefined
    void load()
  }, { immediate: true })

  async function act(what: () => Promise<void>): Promise<boolean> {
    busy.value = true
    refused.value = undefined
    try {
      await what()
      return true
    } catch (failure) {
      refused.value = failure
      if (failure instanceof Problem && failure.status === 409) await load()
      return false
    } finally {
      busy.value = false
    }
  }

  return {
    task: value, state, problem, refused, busy, mine, others, load,
    take: () => act(async () => { await claim(id()); await load() }),
    giveBack: () => act(async () => { await unclaim(id()); await load() }),
    end: (kind: EndingKind, reason: string, to: string) => act(() => endCase(id(), kind, reason, to)),
    decide: (answers: Record<string, unknown>) => act(() => complete(id(), answers)),
  }
}
