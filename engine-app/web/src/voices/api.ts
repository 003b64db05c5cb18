import { get, post } from '@/http'
import { addTexts } from '@/i18n'
import texts from '@/locales/zh-CN/voices.json'

addTexts('voices', texts)

export const LEVELS = [1, 2, 3, 4, 5] as const
export type Level = (typeof LEVELS)[number]
export interface Label { edition: number, code: string, label: string, bad: boolean }
export interface Said { level: number, labels: string[], text: string }
/** A reply of the unit and what the rater said of it. */
export interface Reply { text: string, at: string, level: string | null, labels: string[], words: string }
export interface Mine { no: string, level: number, levelLabel: string, labels: string[], text: string, channel: string, defaulted: boolean, ratedAt: string, stateLabel: string, plain: string, replies: Reply[], conclusion: string | null, mayRateAgain: boolean, mayAdd: boolean, additions: { at: string, text: string }[] }
export interface OfCase { caseNo: string, itemName: string, mayRate: boolean, rating: Mine | null }
export interface Shown { level: string, bad: boolean, labels: string[], itemName: string, departmentName: string, regionName: string, day: string, state: string, text: string | null, reply: string | null }
export interface Visit { place: string, itemName: string, at: string, rated: boolean }

/** A phone is another channel of ratings than a desk. */
export const channel = () => (window.matchMedia?.('(max-width: 48rem)').matches ? 'MOBILE' : 'PC')
export const labels = (of: string, signal?: AbortSignal) => get<Label[]>(`/api/ratings/labels?channel=${of}`, { signal })
export const ratingsOf = (applicationNo: string, signal?: AbortSignal) => get<OfCase[]>(`/api/ratings?applicationNo=${applicationNo}`, { signal })
export const rate = (caseNo: string, said: Said) => post<Mine>('/api/ratings', { caseNo, ...said, channel: channel() })
export const addTo = (no: string, text: string) => post<void>(`/api/ratings/${no}/additions`, { text })
export const rateAgain = (no: string, said: Said) => post<void>(`/api/ratings/${no}/second`, said)
export const published = (page: number, region: string, department: string, signal?: AbortSignal) => get<Shown[]>(`/api/ratings/published?${new URLSearchParams({ page: String(page), region, department })}`, { signal })
export const places = (signal?: AbortSignal) => get<{ regions: { code: string, name: string }[], departments: { code: string, name: string }[] }>('/api/directory', { signal })
export const visit = (code: string, signal?: AbortSignal) => get<Visit>(`/api/visits/${encodeURIComponent(code)}`, { signal })
/** Where a receipt code is typed in; the address of the page says so, a code that was scanned says nothing. */
const DEVICES: Record<string, string> = { tablet: 'HALL_TABLET', terminal: 'HALL_TERMINAL', sms: 'SMS', phone: 'PHONE' }
export const device = (via: unknown) => DEVICES[String(via)] ?? 'QR'
export const rateVisit = (code: string, channel: string, said: Said) => post<{ no: string, plain: string }>(`/api/visits/${encodeURIComponent(code)}/rating`, { ...said, channel })
export const openVisit = (caseNo: string, matter: string) => post<{ code: string, path: string, itemName: string }>('/api/visits', { caseNo, matter })

export const KINDS = ['CONSULTATION', 'HELP', 'COMPLAINT', 'REPORT', 'SUGGESTION'] as const
export interface Duty { code: string, name: string }
export interface Order { no: string, kind: string, kindLabel: string, text: string, state: string, stateLabel: string, unitName: string, dueAt: string | null, createdAt: string, reply: string | null, repliedAt: string | null, caseNo: string | null }
export interface Place { code: string, name: string }
export interface Desk { duties: Duty[], regions: Place[], units: Record<string, string> }
export interface Proposal { unit: string, unitName: string, reason: string }
export interface Knowledge { id: number, question: string, answer: string, department: string, checkedOn: string }
export interface Progress { caseNo: string, stateLabel: string, departmentName: string, dueAt: string | null, applicant: string }

export const orders = (signal?: AbortSignal) => get<Order[]>('/api/orders', { signal })
export const choices = (signal?: AbortSignal) => get<{ duties: Duty[], regions: Place[] }>('/api/orders/choices', { signal })
export const sendOrder = (order: Record<string, string>) => post<Order>('/api/orders', order)
export const desk = (signal?: AbortSignal) => get<Desk>('/api/hotline/intake', { signal })
export const propose = (duty: string, region: string) => get<Proposal>(`/api/hotline/intake/dispatch?duty=${duty}&region=${region}`)
export const knowledge = (q: string) => get<Knowledge[]>(`/api/hotline/intake/knowledge?q=${encodeURIComponent(q)}`)
/** How the caller's case stands; the first look gives the call its number. */
export const callersCase = (call: string, contactName: string, caseNo: string) => post<{ call: string, found: Progress | null }>('/api/hotline/intake/cases', { call, contactName, caseNo })
export const takeCall = (call: Record<string, unknown>) => post<{ no: string, stateLabel: string }>('/api/hotline/intake', call)

export interface Counted { bad: number, settled: number, excluded: number, contactOverdue: number, rectifyOverdue: number, againBad: number, reopened: number, concluded: number, toCall: number, calledBack: number, handled: number | null }
export interface Loop { counted: Counted, handled: number | null, called: number | null, definition: string }
export interface Part { key: string, name: string, counted: Counted }
export interface LoopRow { no: string, itemName: string, departmentName: string, region: string, level: string, stateLabel: string, named: boolean, excluded: boolean, contactOverdue: boolean, rectifyOverdue: boolean, reopened: boolean, proper: boolean | null, ratedAt: string, settledAt: string | null, caseNo: string | null }
export interface Count { key: string, name: string, total: number, good: number, bad: number, defaulted: number, excluded: number }
export interface Waiting { no: string, level: string, itemName: string, text: string, reply: string | null, publicText: string, publicReply: string | null }
export interface OrderFigures { counted: { total: number, closed: number, overdue: number, returned: number, satisfied: number, unsatisfied: number, lookedOnly: number }, closed: number | null, satisfied: number | null, definition: string }
export interface OrderRow { no: string, kind: string, urgent: boolean, region: string, unitName: string, stateLabel: string, dueAt: string | null, createdAt: string, closedAt: string | null, returned: boolean, overdue: boolean, callBack: string }
export interface LookedOnly { no: string, agent: string, region: string, openedAt: string, looks: number, shown: number }
/** One rating or order as those who handle it see it. */
export interface Whole { no: string, title: string, stateLabel: string, caseNo: string | null, facts: { label: string, value: string }[], timeline: { at: string, who: string | null, what: string, detail: string | null }[] }
/** From which day to which, and of whom; what is empty is not asked for. */
export type Asked = Partial<Record<'from' | 'to' | 'department' | 'region' | 'which' | 'page' | 'by', string>>

const ask = (asked: Asked) => new URLSearchParams(Object.entries(asked).filter(([, value]) => value) as [string, string][])
export const loop = (asked: Asked, signal?: AbortSignal) => get<Loop>(`/api/cockpit/ratings?${ask(asked)}`, { signal })
export const loopParts = (asked: Asked, signal?: AbortSignal) => get<Part[]>(`/api/cockpit/ratings/parts?${ask(asked)}`, { signal })
export const loopList = (asked: Asked, signal?: AbortSignal) => get<LoopRow[]>(`/api/cockpit/ratings/list?${ask(asked)}`, { signal })
export const counts = (asked: Asked, signal?: AbortSignal) => get<Count[]>(`/api/cockpit/ratings/counts?${ask(asked)}`, { signal })
export const waiting = (signal?: AbortSignal) => get<Waiting[]>('/api/cockpit/ratings/publication', { signal })
export const decide = (no: string, publish: boolean, reason = '') => post<void>(`/api/cockpit/ratings/${no}/publication`, { publish, reason })
export const orderFigures = (asked: Asked, signal?: AbortSignal) => get<OrderFigures>(`/api/cockpit/orders?${ask(asked)}`, { signal })
export const orderList = (asked: Asked, signal?: AbortSignal) => get<OrderRow[]>(`/api/cockpit/orders/list?${ask(asked)}`, { signal })
export const lookedOnly = (asked: Asked, signal?: AbortSignal) => get<LookedOnly[]>(`/api/cockpit/orders/looked-only?${ask(asked)}`, { signal })
export const whole = (kind: 'ratings' | 'orders', no: string, signal?: AbortSignal) => get<Whole>(`/api/cockpit/${kind}/${encodeURIComponent(no)}`, { signal })
