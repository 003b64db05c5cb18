import type { CardState } from '../supervision'

type Tone = 'plain' | 'good' | 'warn' | 'bad' | 'blue'
const tones: Record<CardState, Tone> = { PENDING: 'warn', ISSUED: 'bad', URGED: 'bad', CANCELLED: 'plain', REVOKED: 'plain', SETTLED: 'good' }

/** The tone of a card's state; the words say the same. */
export const toneOfCard = (state: CardState) => tones[state]
export const STATES: CardState[] = ['PENDING', 'ISSUED', 'URGED', 'CANCELLED', 'REVOKED', 'SETTLED']
export const KINDS = ['CASE', 'SPECIAL_PROCEDURE', 'ONLINE_PREACCEPTANCE', 'LICENSE_ISSUE', 'CONSULTATION', 'COMPLAINT', 'LINK', 'BUNDLE', 'DEFERRED_MATERIAL', 'COMMITMENT', 'CARD_FEEDBACK', 'RATING_CONTACT', 'RATING_RECTIFY', 'RATING_RECTIFY_AGAIN', 'WORK_ORDER'] as const
