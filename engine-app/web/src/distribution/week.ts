import { say } from '@/i18n'
import type { Week } from './api'

export const DAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const
export const dayName = (day: string) => say(`common.hours.day.${day}`)

/** The days of a week that have the same hours one after another, as one line each: 星期一至星期五. */
export function spans(week: Week) {
  const found: { from: string, to: string, hours: string }[] = []
  for (const day of DAYS) {
    const last = found.at(-1)
    const hours = week[day] ?? ''
    if (last && last.hours === hours) last.to = day
    else found.push({ from: day, to: day, hours })
  }
  return found.map(({ from, to, hours }) => ({ days: from === to ? dayName(from) : say('common.hours.days', { from: dayName(from), to: dayName(to) }), hours }))
}
