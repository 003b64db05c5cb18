import type { DepartmentRow, TopicRow } from './api'

const MINUTE = 60_000
/** So long nobody who could do the work may stay away, and work may lie unfetched. */
const PATIENCE = 5 * MINUTE
const DAY = 24 * 60 * MINUTE

export type Health = 'good' | 'slow' | 'away' | 'failed' | 'idle'

/** How a topic goes: given up on, nobody there to do it, slow, or in order. */
export function healthOf({ waiting, failed, oldest, workers }: TopicRow, now = Date.now()): Health {
  const present = workers.some(worker => now - new Date(worker.fetchedAt).getTime() < PATIENCE)
  if (failed) return 'failed'
  if (!present) return waiting ? 'away' : 'idle'
  return oldest && now - new Date(oldest).getTime() > PATIENCE ? 'slow' : 'good'
}

/** How an interface goes: refusals first, then what waits to be taken, then answers that are missing for days. */
export function exchangeOf({ exchange }: DepartmentRow, now = Date.now()): 'good' | 'slow' | 'silent' | 'failed' {
  const since = (at: string | null) => (at ? now - new Date(at).getTime() : 0)
  if (exchange.refused || exchange.rejected) return 'failed'
  if (exchange.open && since(exchange.oldestOpen) > PATIENCE) return 'slow'
  return exchange.unanswered && since(exchange.oldestUnanswered) > DAY ? 'silent' : 'good'
}
