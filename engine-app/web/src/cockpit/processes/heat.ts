import { say } from '@/i18n'
import type { Badge, Mark, Tint } from '@/ui/diagram/marks'
import { showDuration } from '../parts/duration'
import type { ActivityRow, Limit, LightCounts } from './api'

/** What the colours of the picture tell: how much waits, in which light, or how long it took lately. */
export const HEATS = ['light', 'time', 'waiting'] as const
export type Heat = (typeof HEATS)[number]

const LIGHTS = ['red', 'yellow', 'blue', 'none'] as const
const LEVELS = 4
const HOUR = 3_600_000

/** 红牌 2 · 黄牌 1, the worst first; what nobody waits in is left out. */
export const sayLights = (lights: LightCounts) => LIGHTS.filter(light => lights[light]).map(light => `${say(`cockpit.processes.lights.${light}`)} ${lights[light]}`).join(' · ')

export const total = (lights: LightCounts) => lights.none + lights.blue + lights.yellow + lights.red

/** The picture's marks for the figures: a count where something waits, a sign where something failed, and the chosen heat. */
export function marksOf(rows: ActivityRow[], heat: Heat): Mark[] {
  const longest = Math.max(0, ...rows.map(row => row.took?.middle ?? 0))
  const most = Math.max(0, ...rows.map(row => row.waiting))
  return rows.map(row => ({ id: row.id, tint: tint(row, heat, longest, most), badges: badges(row, heat) })).filter(mark => mark.tint || mark.badges.length)
}

function tint(row: ActivityRow, heat: Heat, longest: number, most: number): Tint | undefined {
  if (heat === 'light') return row.waiting ? LIGHTS.find(light => row.lights[light]) : undefined
  if (heat === 'waiting') return row.waiting ? level(row.waiting, most) : undefined
  return row.took ? level(row.took.middle, longest) : undefined
}

/** Four steps, each four times the one before: waits differ by orders of magnitude. */
export function level(value: number, largest: number): Tint {
  const step = largest > 0 && value > 0 ? LEVELS + Math.ceil(Math.log(value / largest) / Math.log(4) - 1e-9) : 1
  return `heat-${Math.min(LEVELS, Math.max(1, step)) as 1 | 2 | 3 | 4}`
}

function badges(row: ActivityRow, heat: Heat): Badge[] {
  const found: Badge[] = []
  if (row.waiting) found.push({ text: String(row.waiting), title: say('cockpit.processes.waits', { count: row.waiting }), place: 'before', tone: 'blue' })
  if (row.incidents) found.push({ text: `! ${row.incidents}`, title: say('cockpit.processes.fails', { count: row.incidents }), place: 'after', tone: 'bad' })
  if (heat === 'light' && row.waiting) {
    const all = total(row.lights)
    found.push({ text: '', title: sayLights(row.lights), place: 'below', tone: 'bars', shares: LIGHTS.filter(light => row.lights[light]).map(light => ({ tone: light, share: row.lights[light] / all })) })
  }
  if (heat === 'time' && row.took) found.push({ text: showDuration(row.took.middle), title: say('cockpit.processes.tookTitle', { middle: showDuration(row.took.middle), ninth: showDuration(row.took.ninth) }), place: 'below', tone: beyond(row) ? 'bad' : 'plain' })
  return found
}

export const sayLimit = ({ unit, least, most }: Limit) => say(`cockpit.processes.units.${unit}`, { count: least === most ? String(most) : `${least}–${most}` })

/** Whether half of what ended took longer than the longest limit; working days as days of the calendar, with their weekends. */
export function beyond({ took, limit }: Pick<ActivityRow, 'took' | 'limit'>) {
  if (!took || !limit) return false
  const days = limit.unit === 'WORKING_DAY' ? limit.most + 2 * Math.ceil(limit.most / 5) : limit.most
  return took.middle > (limit.unit === 'HOUR' ? limit.most : days * 24) * HOUR
}

export type Column = 'name' | 'waiting' | 'lights' | 'incidents' | 'middle' | 'ninth' | 'count'
const late = ({ red, yellow, blue }: LightCounts) => red * 1e12 + yellow * 1e6 + blue
const values: Record<Exclude<Column, 'name'>, (row: ActivityRow) => number> = {
  waiting: row => row.waiting,
  lights: row => late(row.lights),
  incidents: row => row.incidents,
  middle: row => row.took?.middle ?? -1,
  ninth: row => row.took?.ninth ?? -1,
  count: row => row.took?.count ?? 0,
}

/** By name from A on, by figures the largest first, or the other way round. */
export function sorted(rows: ActivityRow[], by: Column, backwards: boolean) {
  const way = backwards ? -1 : 1
  return [...rows].sort((a, b) => way * (by === 'name' ? a.name.localeCompare(b.name, 'zh-CN') : values[by](b) - values[by](a)) || a.name.localeCompare(b.name, 'zh-CN'))
}
