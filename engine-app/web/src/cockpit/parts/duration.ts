import { say } from '@/i18n'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const tenths = (value: number) => new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 1 }).format(value)

/** 2.3 天, 5 小时, 12 分钟; weekends and holidays count. */
export function showDuration(millis: number) {
  if (millis < MINUTE) return say('cockpit.duration.moment')
  if (millis < HOUR) return say('cockpit.duration.minutes', { count: Math.round(millis / MINUTE) })
  return millis < 2 * DAY ? say('cockpit.duration.hours', { count: tenths(millis / HOUR) }) : say('cockpit.duration.days', { count: tenths(millis / DAY) })
}

/** How long ago that was. */
export const showAge = (since: string, now = Date.now()) => showDuration(Math.max(0, now - new Date(since).getTime()))
