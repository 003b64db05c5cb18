import { computed, onScopeDispose, reactive, ref, shallowRef, watch, type InjectionKey } from 'vue'
import { Problem } from '@/http'
import { bundle as fetchBundle, composedForm, draft as fetchDraft, saveDraft, type Answers, type Bundle, type ComposedForm, type Draft } from '../api'
import { keepFor } from '@/ui/kept'

export type SaveState = 'saved' | 'waiting' | 'saving' | 'failed' | 'conflict'
const PAUSE = 1200

/** What a page that was left is still sending, by draft: whoever opens the draft again waits for it. */
const leaving = new Map<string, Promise<void>>()

/** One application being filled in: kept in step with the server while the person types, never losing what was typed. */
export function useDraft(id: string) {
  const draft = shallowRef<Draft>()
  const bundle = shallowRef<Bundle>()
  const form = shallowRef<ComposedForm>()
  const answers = reactive<Answers>({})
  const items = ref<string[]>([])
  const save = ref<SaveState>('saved')
  const problem = shallowRef<unknown>()
  const theirs = shallowRef<Draft>()
  const unsent = keepFor<{ answers: Answers, items: string[] }>(`draft.${id}`)
  let timer = 0
  let running: Promise<void> | undefined
  let adopting = false

  function adopt(fresh: Draft) {
    adopting = true
    draft.value = fresh
    Object.keys(answers).forEach(key => { delete answers[key] })
    Object.assign(answers, fresh.answers)
    items.value = [...fresh.items]
    queueMicrotask(() => { adopting = false })
  }

  async function open() {
    await leaving.get(id)
    adopt(await fetchDraft(id))
    bundle.value = await fetchBundle(draft.value!.bundle)
    const left = unsent.read()
    if (left) {
      Object.assign(answers, left.answers)
      items.value = left.items
      await flush()
    }
  }

  async function send(): Promise<void> {
    save.value = 'saving'
    const mine: Draft = { ...draft.value!, answers: { ...answers }, items: [...items.value] }
    try {
      draft.value = await saveDraft(mine)
      problem.value = undefined
      if (save.value === 'saving') {
        save.value = 'saved'
        unsent.forget()
      }
    } catch (failure) {
      if (failure instanceof Problem && failure.code === 'draft-changed') return meet(await fetchDraft(id), mine)
      problem.value = failure
      save.value = 'failed'
    }
  }

  /** Somebody saved in between: if only the revision moved, go on; else the person chooses. */
  async function meet(fresh: Draft, mine: Draft): Promise<void> {
    const untouched = same(fresh.answers, draft.value!.answers) && same(fresh.items, draft.value!.items)
    draft.value = fresh
    if (untouched || (same(fresh.answers, mine.answers) && same(fresh.items, mine.items))) return send()
    theirs.value = fresh
    save.value = 'conflict'
  }

  /** Send what is unsent, now; resolves when the server has it or has refused it. */
  async function flush() {
    window.clearTimeout(timer)
    await running
    if (save.value !== 'waiting' && save.value !== 'failed') return
    running = send().finally(() => { running = undefined })
    await running
  }

  async function settle(keep: 'mine' | 'theirs') {
    const other = theirs.value!
    theirs.value = undefined
    if (keep === 'theirs') {
      adopt(other)
      unsent.forget()
      save.value = 'saved'
    } else {
      Object.assign(answers, { ...other.answers, ...answers })
      save.value = 'waiting'
      await flush()
    }
    if (form.value) await refresh()
  }

  async function refresh() {
    await flush()
    form.value = await composedForm(id)
  }

  watch([answers, items], () => {
    if (adopting || !draft.value || save.value === 'conflict') return
    save.value = 'waiting'
    unsent.write({ answers: { ...answers }, items: [...items.value] })
    window.clearTimeout(timer)
    timer = window.setTimeout(() => void flush(), PAUSE)
  }, { deep: true, flush: 'sync' })

  const warn = (event: BeforeUnloadEvent) => { if (save.value !== 'saved') event.preventDefault() }
  window.addEventListener('beforeunload', warn)
  onScopeDispose(() => {
    window.removeEventListener('beforeunload', warn)
    leaving.set(id, flush().finally(() => leaving.delete(id)))
  })

  return { id, draft, bundle, form, answers, items, save, problem, theirs, savedAt: computed(() => draft.value?.savedAt), open, flush, refresh, settle }
}

export type DraftEditing = ReturnType<typeof useDraft>
export const draftKey: InjectionKey<DraftEditing> = Symbol('draft')

const same = (one: unknown, other: unknown) => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other))
const sorted = (value: unknown) => (value && typeof value === 'object' && !Array.isArray(value) ? Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)) : value)
