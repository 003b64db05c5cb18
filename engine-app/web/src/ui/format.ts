import { say } from '@/i18n'

const zone = 'Asia/Shanghai'
const day = new Intl.DateTimeFormat('zh-CN', { timeZone: zone, year: 'numeric', month: 'long', day: 'numeric' })
const moment = new Intl.DateTimeFormat('zh-CN', { timeZone: zone, month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false })
const full = new Intl.DateTimeFormat('zh-CN', { timeZone: zone, year: 'numeric', month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false })

/** 2026年3月2日; a plain date stays the date it is, whatever the zone. */
export function showDay(value: string | null | undefined) {
  if (!value) return ''
  const plain = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value)
  return plain ? `${plain[1]}年${+plain[2]}月${+plain[3]}日` : formatted(day, value)
}

/** 3月2日 09:30 */
export const showMoment = (instant: string | null | undefined) => formatted(moment, instant)

/** 2026年3月2日 09:30 */
export const showFull = (instant: string | null | undefined) => formatted(full, instant)

/** 4301**********1234 */
export const maskedIdNo = (idNo: string) => (idNo.length < 9 ? '*'.repeat(idNo.length) : idNo.slice(0, 4) + '*'.repeat(idNo.length - 8) + idNo.slice(-4))

/** 1.2 MB */
export function showSize(bytes: number) {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`
}

/** 96 % */
export const showShare = (share: number) => new Intl.NumberFormat('zh-CN', { style: 'percent', maximumFractionDigits: 2 }).format(share)

/** 剩 3 个工作日, 今日到期, 已超 2 个工作日 */
export function showRemaining(days: number | null | undefined) {
  if (days === null || days === undefined) return say('common.noLimit')
  if (days > 0) return say('common.remaining', { days })
  return days === 0 ? say('common.dueToday') : say('common.overdue', { days: -days })
}

function formatted(format: Intl.DateTimeFormat, instant: string | null | undefined) {
  if (!instant) return ''
  const date = new Date(instant)
  return Number.isNaN(date.getTime()) ? '' : format.format(date)
}
