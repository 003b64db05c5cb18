import { showShare } from '@/ui/format'
import type { Figures } from '../supervision'

/** The columns of the table at first sight, and all the others on demand. */
export const FIRST = ['ACCEPTED', 'CLOSED', 'CLOSED_RATE', 'ON_TIME_RATE', 'AVERAGE_DAYS', 'BLUE', 'YELLOW_VALID', 'RED_VALID', 'CARD_RATE']

const number = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 1 })

/** — where there is nothing to divide by. */
export function showFigure(name: string, figures: Figures) {
  const value = figures[name]
  if (value === null || value === undefined) return '—'
  return name.endsWith('_RATE') ? showShare(value) : number.format(value)
}
