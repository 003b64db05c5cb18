import { choicesOf } from '../form/schema'
import type { Task, Verb, VerbState } from '../api'

/** What the officer can pick: the server's verbs, with the decision told apart into granting and refusing. */
export type Pick = Exclude<Verb, 'decide'> | 'grant' | 'deny'
export interface Choice { pick: Pick, allowed: boolean, why: string | null, effect: string, key?: string }

export const GROUPS: readonly (readonly [name: string, picks: readonly Pick[]])[] = [
  ['decision', ['grant', 'deny']],
  ['clock', ['supplement', 'specialProcedure', 'extension']],
  ['return', ['stepBack', 'returnToApplicant']],
  ['counsel', ['delegate', 'countersignBefore', 'joint', 'countersignAfter', 'withdrawAsk', 'copy']],
  ['holder', ['claim', 'unclaim', 'transfer']],
]
export const KEYS: Partial<Record<Pick, string>> = { grant: 'A', stepBack: 'R', supplement: 'S', specialProcedure: 'P' }
const OUTCOMES = { grant: ['grant', 'accept'], deny: ['deny', 'refuse'] }

/** The outcome of the task's own form that this decision means. */
export const outcomeOf = (task: Task, decision: 'grant' | 'deny') => choicesOf(task.form, 'outcome').find(({ value }) => OUTCOMES[decision].includes(value))?.value

export const verbOf = (task: Task, verb: Verb): VerbState => task.verbs.find(one => one.verb === verb) ?? { verb, allowed: false, why: null, effect: '' }

/** What may be picked on this task; whatever its server or its form does not know is left out. */
export function choicesFor(task: Task, pick: Pick): Choice | undefined {
  const decision = pick === 'grant' || pick === 'deny'
  const state = task.verbs.find(one => one.verb === (decision ? 'decide' : pick))
  if (!state || (decision && !outcomeOf(task, pick))) return undefined
  return { pick, allowed: state.allowed, why: state.why, effect: state.effect, key: KEYS[pick] }
}
