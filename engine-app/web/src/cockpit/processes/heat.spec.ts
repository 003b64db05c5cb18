import { describe, expect, it } from 'vitest'
import '../routes'
import { showDuration } from '../parts/duration'
import type { ActivityRow } from './api'
import { beyond, level, marksOf, sayLights, sorted } from './heat'

const hour = 3_600_000
const row = (id: string, waiting: number, more: Partial<ActivityRow> = {}): ActivityRow =>
  ({ id, name: id, kind: 'userTask', waiting, incidents: 0, lights: { none: waiting, blue: 0, yellow: 0, red: 0 }, took: null, limit: null, ...more })

describe('the heat of a process', () => {
  it('takes the colour of the worst light that waits there, and tells the shares', () => {
    const [mark] = marksOf([row('review', 4, { lights: { none: 1, blue: 0, yellow: 2, red: 1 } })], 'light')

    expect(mark.tint).toBe('red')
    expect(mark.badges.map(badge => badge.text)).toEqual(['4', ''])
    expect(mark.badges[1]).toMatchObject({ title: '红牌 1 · 黄牌 2 · 正常 1', shares: [{ tone: 'red', share: 0.25 }, { tone: 'yellow', share: 0.5 }, { tone: 'none', share: 0.25 }] })
  })

  it('leaves what nobody waits at without a mark, but shows what failed there', () => {
    expect(marksOf([row('idle', 0)], 'light')).toEqual([])
    expect(marksOf([row('failed', 0, { incidents: 2 })], 'light')[0].badges[0]).toMatchObject({ text: '! 2', tone: 'bad' })
  })

  it('deepens by orders of magnitude', () => {
    expect([1000, 250, 60, 1].map(value => level(value, 1000))).toEqual(['heat-4', 'heat-3', 'heat-2', 'heat-1'])
    expect(level(3, 3)).toBe('heat-4')
  })

  it('tells a median that is longer than the link allows, weekends allowed for', () => {
    const took = { activity: 'review', count: 9, middle: 90 * hour, ninth: 100 * hour }

    expect(beyond({ took, limit: { unit: 'CALENDAR_DAY', least: 1, most: 3 } })).toBe(true)
    expect(beyond({ took, limit: { unit: 'WORKING_DAY', least: 1, most: 3 } })).toBe(false)
    expect(beyond({ took, limit: { unit: 'HOUR', least: 24, most: 24 } })).toBe(true)
    expect(beyond({ took, limit: null })).toBe(false)
    expect(marksOf([row('review', 0, { took, limit: { unit: 'HOUR', least: 24, most: 24 } })], 'time')[0].badges[0]).toMatchObject({ text: '3.8 天', tone: 'bad' })
  })

  it('sorts by the worst light, then by name', () => {
    const rows = [row('甲', 1), row('乙', 1, { lights: { none: 0, blue: 0, yellow: 0, red: 1 } }), row('丙', 9, { lights: { none: 0, blue: 9, yellow: 0, red: 0 } })]

    expect(sorted(rows, 'lights', false).map(one => one.id)).toEqual(['乙', '丙', '甲'])
    expect(sorted(rows, 'waiting', false)[0].id).toBe('丙')
    expect(sorted(rows, 'waiting', true)[2].id).toBe('丙')
  })

  it('says lights and durations in words', () => {
    expect(sayLights({ none: 0, blue: 3, yellow: 0, red: 0 })).toBe('蓝灯 3')
    expect([20_000, 5 * 60_000, 5.25 * hour, 60 * hour].map(showDuration)).toEqual(['不足 1 分钟', '5 分钟', '5.3 小时', '2.5 天'])
  })
})
