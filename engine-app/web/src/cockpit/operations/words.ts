import type { LineState, Page, State } from './api'

type Tone = 'plain' | 'good' | 'warn' | 'bad' | 'blue'

export const toneOf: Record<State, Tone> = { CHECKING: 'blue', CHECKED: 'warn', WAITING: 'warn', RUNNING: 'blue', PAUSED: 'warn', DONE: 'good', STOPPED: 'plain', REFUSED: 'bad', DROPPED: 'plain' }
export const toneOfLine: Record<LineState, Tone> = { UNTRIED: 'plain', READY: 'blue', BARRED: 'bad', DONE: 'good', FAILED: 'bad', LEFT_OUT: 'warn' }

export const LINE_STATES: LineState[] = ['READY', 'BARRED', 'DONE', 'FAILED', 'LEFT_OUT', 'UNTRIED']
export const STEPS = ['choose', 'check', 'submit', 'second', 'run'] as const
export type WizardStep = typeof STEPS[number]

/** Which step of the way an operation is at; past the last one where it has ended. */
export function stepOf(state: State): WizardStep | 'over' {
  switch (state) {
    case 'CHECKING': return 'check'
    case 'CHECKED': return 'submit'
    case 'WAITING': return 'second'
    case 'RUNNING': case 'PAUSED': return 'run'
    default: return 'over'
  }
}

/** How many lines are settled of how many: tried while it is tried, done while it is done. */
export function progress({ state, counts }: Pick<Page, 'state' | 'counts'>) {
  const of = (...states: LineState[]) => states.reduce((sum, one) => sum + (counts[one] ?? 0), 0)
  const tried = of('READY', 'BARRED')
  if (state === 'CHECKING') return { settled: tried, total: tried + of('UNTRIED') }
  const settled = of('DONE', 'FAILED', 'LEFT_OUT')
  return { settled, total: settled + of('READY') }
}

/** Whether it goes on by itself and the page looks again. */
export const moves = (state: State) => state === 'CHECKING' || state === 'RUNNING'
