import type { Outcome, Status } from './api'

type Tone = 'plain' | 'good' | 'warn' | 'bad' | 'blue'

export const statusTone: Record<Status, Tone> = { IN_FORCE: 'good', SUSPENDED: 'warn', WITHDRAWN: 'bad' }
export const outcomeTone: Record<Outcome, Tone> = { NEW: 'good', CHANGED: 'blue', UNCHANGED: 'plain', WRONG: 'bad' }
