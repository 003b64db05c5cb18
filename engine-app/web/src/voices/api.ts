import { get, post } from '@/http'
import { addTexts } from '@/i18n'
import texts from '@/locales/zh-CN/voices.json'

addTexts('voices', texts)

export const LEVELS = [1, 2, 3, 4, 5] as const
export type Level = (typeof LEVELS)[number]
export interface Label { edition: number, code: string, label: string, bad: boolean }
export interface Said { level: number, labels: string[], text: string }
export interface Mine { no: string, level: number, levelLabel: string, labels: string[], text: string, defaulted: boolean, ratedAt: string, stateLabel: string, plain: string, reply: string | null, secondLevel: string | null, mayRateAgain: boolean, mayAdd: boolean, additions: { at: string, text: string }[] }
export interface OfCase { caseNo: string, itemName: string, mayRate: boolean, rating: Mine | null }
export interface Shown { level: string, bad: boolean, labels: string[], itemName: string, departmentName: string, regionName: string, day: string, state: string, text: string | null, reply: string | null }
export interface Visit { place: string, itemName: string, at: string, rated: boolean }

/** A phone is another channel of ratings than a desk. */
export const channel = () => (window.matchMedia?.('(max-width: 48rem)').matches ? 'MOBILE' : 'PC')
export const labels = (of: string, signal?: AbortSignal) => get<Label[]>(`/api/ratings/labels?channel=${of}`, { signal })
export const ratingsOf = (applicationNo: string, signal?: AbortSignal) => get<OfCase[]>(`/api/ratings?applicationNo=${applicationNo}`, { signal })
export const rate = (caseNo: string, said: Said) => post<Mine>('/api/ratings', { caseNo, ...said, channel: channel() })
export const addTo = (no: string, text: string) => post<void>(`/api/ratings/${no}/additions`, { text })
export const rateAgain = (no: string, level: number) => post<void>(`/api/ratings/${no}/second`, { level })
export const published = (page: number, signal?: AbortSignal) => get<Shown[]>(`/api/ratings/published?page=${page}`, { signal })
export const visit = (code: string, signal?: AbortSignal) => get<Visit>(`/api/visits/${encodeURIComponent(code)}`, { signal })
export const rateVisit = (code: string, said: Said) => post<{ no: string, plain: string }>(`/api/visits/${encodeURIComponent(code)}/rating`, { ...said, channel: 'QR' })
export const openVisit = (caseNo: string, matter: string) => post<{ code: string, path: string, itemName: string }>('/api/visits', { caseNo, matter })

export const KINDS = ['CONSULTATION', 'HELP', 'COMPLAINT', 'REPORT', 'SUGGESTION'] as const
export interface Duty { code: string, name: string }
export interface Order { no: string, kind: string, kindLabel: string, text: string, state: string, stateLabel: string, unitName: string, dueAt: string | null, createdAt: string, reply: string | null, repliedAt: string | null, caseNo: string | null }
export interface Place { code: string, name: string }
export interface Desk { duties: Duty[], regions: Place[], units: Record<string, string> }
export interface Proposal { unit: string, unitName: string, reason: string }
export interface Knowledge { id: number, question: string, answer: string, department: string, checkedOn: string }
export interface FoundCase { caseNo: string, itemName: string, stateLabel: string, departmentName: string, region: string }

export const orders = (signal?: AbortSignal) => get<Order[]>('/api/orders', { signal })
export const choices = (signal?: AbortSignal) => get<{ duties: Duty[], regions: Place[] }>('/api/orders/choices', { signal })
export const sendOrder = (order: Record<string, string>) => post<Order>('/api/orders', order)
export const desk = (signal?: AbortSignal) => get<Desk>('/api/hotline/intake', { signal })
export const propose = (duty: string, region: string) => get<Proposal>(`/api/hotline/intake/dispatch?duty=${duty}&region=${region}`)
export const knowledge = (q: string) => get<Knowledge[]>(`/api/hotline/intake/knowledge?q=${encodeURIComponent(q)}`)
export const callersCase = (no: string) => get<FoundCase>(`/api/hotline/intake/cases?no=${encodeURIComponent(no)}`)
export const takeCall = (call: Record<string, unknown>) => post<{ no: string, stateLabel: string }>('/api/hotline/intake', call)

export interface Loop { counted: { bad: number, settled: number, excluded: number, contactOverdue: number, rectifyOverdue: number, againBad: number, named: number, calledBack: number }, handled: number | null, definition: string }
export interface LoopRow { no: string, itemName: string, departmentName: string, region: string, level: string, stateLabel: string, named: boolean, excluded: boolean, contactOverdue: boolean, rectifyOverdue: boolean, ratedAt: string, settledAt: string | null, caseNo: string | null }
export interface Count { key: string, name: string, total: number, good: number, bad: number, defaulted: number, excluded: number }
export interface Waiting { no: string, level: string, itemName: string, text: string, reply: string | null, publicText: string, publicReply: string | null }
export interface OrderFigures { counted: { total: number, closed: number, overdue: number, returned: number, satisfied: number, unsatisfied: number }, closed: number | null, satisfied: number | null, definition: string }
export interface OrderRow { no: string, kind: string, urgent: boolean, region: string, unitName: string, stateLabel: string, dueAt: string | null, createdAt: string, closedAt: string | null, returned: boolean, overdue: boolean, callBack: string }

export const loop = (signal?: AbortSignal) => get<Loop>('/api/cockpit/ratings', { signal })
export const loopList = (which: string, page: number, signal?: AbortSignal) => get<LoopRow[]>(`/api/cockpit/ratings/list?which=${which}&page=${page}`, { signal })
export const counts = (by: string, signal?: AbortSignal) => get<Count[]>(`/api/cockpit/ratings/counts?by=${by}`, { signal })
export const waiting = (signal?: AbortSignal) => get<Waiting[]>('/api/cockpit/ratings/publication', { signal })
export const decide = (no: string, publish: boolean, reason = '') => post<void>(`/api/cockpit/ratings/${no}/publication`, { publish, reason })
export const orderFigures = (signal?: AbortSignal) => get<OrderFigures>('/api/cockpit/orders', { signal })
export const orderList = (which: string, page: number, signal?: AbortSignal) => get<OrderRow[]>(`/api/cockpit/orders/list?which=${which}&page=${page}`, { signal })
