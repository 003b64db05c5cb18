import { computed, ref, shallowRef, watch } from 'vue'
import { Problem } from '@/http'
import { checkDraft, publishDraft, type Finding } from '../api'
import type { Draft } from './useDraft'

export type CheckState = 'idle' | 'checking' | 'checked' | 'failed'

/** What the server says about a draft, and the way to publish it. */
export function useCheck(key: string, draft: Draft) {
  const findings = ref<Finding[]>([])
  const state = ref<CheckState>('idle')
  const stale = ref(false)
  const problem = shallowRef<unknown>()
  const errors = computed(() => findings.value.filter(finding => finding.severity === 'error').length)

  watch(draft.content, () => { stale.value = state.value === 'checked' })

  async function check() {
    state.value = 'checking'
    problem.value = undefined
    try {
      show(await checkDraft(key, draft.content.value))
    } catch (failure) {
      problem.value = failure
      state.value = 'failed'
    }
  }

  /** Publishes; a refusal for faults in models shows them like a check. The new edition, or the reason. */
  async function publish(note: string): Promise<{ edition: number } | { refused: unknown }> {
    try {
      return await publishDraft(key, draft.content.value, note, draft.basedOn.value)
    } catch (refused) {
      if (refused instanceof Problem && Array.isArray(refused.extras.findings)) show(refused.extras.findings as Finding[])
      return { refused }
    }
  }

  function show(found: Finding[]) {
    findings.value = found
    state.value = 'checked'
    stale.value = false
  }

  return { findings, errors, state, stale, problem, check, publish }
}
