import { computed, ref, shallowRef, watch } from 'vue'
import { Problem } from '@/http'
import { session } from '@/session'
import { useLoad } from '@/ui/useLoad'
import { claim, complete, endCase, task, unclaim, type EndingKind, type Task } from './api'

/** Whether the server says that the task is no more. */
export const isOver = (failure: unknown): failure is Problem => failure instanceof Problem && (failure.code === 'task-ended' || failure.status === 404 || failure.status === 410)

/** Ended tasks can still be read, but nothing can be done with them. */
export const isEnded = (task: Task) => !task.verbs.length

/** One task with its evidence, and the acts on it. */
export function useTask(id: () => string) {
  const { value, state, problem, load } = useLoad(signal => task(id(), signal))
  const refused = shallowRef<unknown>()
  /** Somebody else ended the task while this was being written. */
  const outdone = shallowRef<{ problem: Problem, written: Record<string, unknown> }>()
  const busy = ref(false)
  const mine = computed(() => !!value.value?.assignee && value.value.assignee === session.person?.username)
  const others = computed(() => !!value.value?.assignee && !mine.value)

  watch(id, () => {
    value.value = undefined
    refused.value = undefined
    outdone.value = undefined
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
      if (failure instanceof Problem && failure.status === 409 && !isOver(failure)) await load()
      return false
    } finally {
      busy.value = false
    }
  }

  function overtaken(failure: unknown, written: Record<string, unknown>) {
    if (!isOver(failure) || failure.code !== 'task-ended') return false
    refused.value = undefined
    outdone.value = { problem: failure, written }
    return true
  }

  /** Sends the decision: whom it still waits for, if anybody; nothing where it was refused. */
  async function decide(answers: Record<string, unknown>): Promise<{ waitsFor: string | null } | undefined> {
    let waitsFor: string | null = null
    const sent = await act(async () => { waitsFor = (await complete(id(), answers))?.waitsFor ?? null })
    if (!sent) overtaken(refused.value, answers)
    return sent ? { waitsFor } : undefined
  }

  /** Look again without a word; says when the task is no more. */
  async function look(): Promise<Problem | undefined> {
    const looked = id()
    if (!looked || outdone.value || busy.value || !value.value) return undefined
    try {
      const fetched = await task(looked)
      if (looked === id() && isEnded(fetched) && !isEnded(value.value)) return new Problem(409, 'task-ended', '', '', '')
      if (looked === id() && !outdone.value) value.value = fetched
    } catch (failure) {
      if (looked === id() && isOver(failure)) return failure
    }
    return undefined
  }

  return {
    task: value, state, problem, refused, outdone, busy, mine, others, load, look, overtaken, decide,
    take: () => act(async () => { await claim(id()); await load() }),
    giveBack: () => act(async () => { await unclaim(id()); await load() }),
    end: (kind: EndingKind, reason: string, to: string) => act(() => endCase(id(), kind, reason, to)),
  }
}
