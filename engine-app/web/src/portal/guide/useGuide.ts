import { computed, reactive, ref, shallowRef, watch } from 'vue'
import type { ActingFor } from '@/agency/api'
import { DEFAULT_REGION, session } from '@/session'
import { guide as ask, saveDraft, startDraft, type Answers, type Bundle, type Guide } from '../api'
import { faultsOf, questionsOf } from '../form/questions'
import { keepFor } from '@/ui/kept'

/** The situation of one visitor: answers, what follows from them, and the way into an application. */
export function useGuide(bundle: Bundle) {
  const kept = keepFor<Answers>(`guide.${bundle.key}`)
  const questions = bundle.situationForm ? questionsOf(bundle.situationForm) : []
  const answers = reactive<Answers>(kept.read() ?? {})
  const faults = ref<Record<string, string>>({})
  const result = shallowRef<Guide>()
  const chosen = ref<string[]>([])
  const actingFor = ref<ActingFor | null>(null)
  const problem = shallowRef<unknown>()
  const busy = ref(false)
  const region = computed(() => session.person?.region ?? DEFAULT_REGION)
  const complete = () => Object.keys(faultsOf(questions, answers)).length === 0

  watch(answers, () => kept.write(answers))

  async function work(what: () => Promise<void>) {
    busy.value = true
    problem.value = undefined
    try {
      await what()
    } catch (failure) {
      problem.value = failure
    } finally {
      busy.value = false
    }
  }

  const look = () => work(async () => {
    faults.value = faultsOf(questions, answers)
    if (Object.keys(faults.value).length) return
    result.value = await ask(bundle.key, answers, region.value)
    chosen.value = result.value.items.filter(item => item.applies).map(item => item.variable)
  })

  /** Begin an application with these answers; tells its id. */
  async function begin() {
    let id: string | undefined
    await work(async () => {
      const begun = await startDraft(bundle.key, region.value, actingFor.value)
      id = (await saveDraft({ ...begun, answers: { ...begun.answers, ...answers }, items: chosen.value })).id
      kept.forget()
    })
    return id
  }

  return { questions, answers, faults, result, chosen, region, actingFor, problem, busy, complete, look, begin, reopen: () => { result.value = undefined } }
}
