import { describe, expect, it } from 'vitest'
import type { DepartmentRow, TopicRow } from './api'
import { exchangeOf, healthOf } from './health'

const now = Date.parse('2026-03-02T09:00:00+08:00')
const before = (minutes: number) => new Date(now - minutes * 60_000).toISOString()
const topic = (more: Partial<TopicRow>): TopicRow => ({ topic: 't', name: 't', waiting: 0, locked: 0, failed: 0, oldest: null, doneInHour: 0, workers: [{ worker: 'w', topic: 't', fetchedAt: before(1) }], ...more })
const department = (more: Partial<DepartmentRow['exchange']>): DepartmentRow => ({ name: 'd', exchange: { department: 'd', messages: 9, accepted: 9, open: 0, refused: 0, oldestOpen: null, answers: 9, rejected: 0, unanswered: 0, oldestUnanswered: null, ...more } })

describe('how work outside goes', () => {
  it.each([
    ['good', {}],
    ['good', { waiting: 3, oldest: before(1) }],
    ['slow', { waiting: 3, oldest: before(6) }],
    ['away', { waiting: 3, oldest: before(1), workers: [] }],
    ['away', { waiting: 3, oldest: before(60), workers: [{ worker: 'w', topic: 't', fetchedAt: before(30) }] }],
    ['idle', { workers: [] }],
    ['failed', { failed: 1, workers: [] }],
  ] as const)('is %s', (health, more) => expect(healthOf(topic(more as Partial<TopicRow>), now)).toBe(health))

  it.each([
    ['good', {}],
    ['good', { open: 2, oldestOpen: before(1) }],
    ['slow', { open: 2, oldestOpen: before(9) }],
    ['good', { unanswered: 4, oldestUnanswered: before(60) }],
    ['silent', { unanswered: 4, oldestUnanswered: before(26 * 60) }],
    ['failed', { refused: 1 }],
    ['failed', { rejected: 1 }],
  ] as const)('with a department is %s', (health, more) => expect(exchangeOf(department(more), now)).toBe(health))
})
