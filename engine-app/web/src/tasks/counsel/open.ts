import type { Ask } from '../api'

/** Neither answered nor taken back. */
export const isOpen = (ask: Ask) => !ask.answeredAt && !ask.withdrawnAt
