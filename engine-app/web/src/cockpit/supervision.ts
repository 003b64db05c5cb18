import { get, post } from '@/http'
import type { Light } from './api'

export type CardState = 'PENDING' | 'ISSUED' | 'URGED' | 'CANCELLED' | 'REVOKED' | 'SETTLED'
export type Act = 'confirm' | 'cancel' | 'urge' | 'revoke' | 'settle'

export interface CardRow {
  id: number, cardNo: string | null, caseNo: string, applicationNo: string, itemName: string, kind: string, element: string
  department: string, departmentName: string, region: string, regionName: string, light: Light, state: CardState, stateLabel: string
  phase: string, phaseLabel: string, message: string, dueAt: string, raisedAt: string, checkResult: string | null
}
export interface CardRows { items: CardRow[], total: number }
export interface LedgerEntry { kind: string, at: string, days: number | null, reason: string | null, legalBasis: string | null }
export interface Face { startedAt: string | null, blueAt: string | null, yellowAt: string | null, redAt: string | null, promisedDueAt: string | null, finishedAt: string | null, usedDays: number, stopped: boolean, skipped: string[], entries: LedgerEntry[] }
export interface Appeal {
  name: string, at: string, text: string, outcome: string | null, replyName: string | null, reply: string | null
  finalOutcome: string | null, finalName: string | null, finalReply: string | null
}
export interface CardDetail extends Omit<CardRow, 'applicationNo' | 'itemName'> {
  issuedAt: string | null, basis: string, lightName: string, itemName: string, applicationNo: string, caseStateLabel: string
  needsFeedback: boolean, feedbackDays: number, clock: Face, feedback: Face | null
  acts: { at: string, name: string, act: string, text: string }[], appeals: Appeal[]
  urgings: { at: string, name: string, addressee: string, text: string, dueOn: string }[]
  told: { at: string | null, people: string[] }, task: { taskId: string, name: string } | null, allowed: Act[]
}

export interface Figures { [figure: string]: number | null }
/** @property own the province or city itself, without the places in it */
export interface StatisticsRow { key: string, name: string, figures: Figures, own?: boolean }
export interface StatisticsTable { from: string, until: string, snapshotAt: string | null, rows: StatisticsRow[], total: StatisticsRow, ever: { accepted: number, closed: number } }
export interface Definition { name: string, label: string, counts: string, excludes: string, share: boolean, sources: string[], sql: string }
export interface ListedItem { no: string, title: string, departmentName: string, region: string, at: string, cardId: number | null }
export interface Listed { items: ListedItem[], total: number, more: boolean, snapshotAt: string | null }

export interface Run { id: number, region: string, regionName: string, startedAt: string, endedAt: string | null, movedAt: string | null, who: string, total: number, checked: number, abnormal: number, failed: number, findings: number }
export interface Finding { cardId: number, caseNo: string, light: Light, element: string, departmentName: string, result: string, dueWas: string, dueIs: string | null, note: string, raisedAt: string }

export interface SelfCheckRow { region: string, regionName: string, department: string, departmentName: string, blue: number, yellow: number, red: number, revoked: number, settled: number, open: number, abnormal: number }
export interface SelfCheck {
  from: string, until: string, rows: SelfCheckRow[], elements: { element: string, light: Light, cards: number }[], causes: { cause: string, label: string, cards: number }[]
  open: { id: number, caseNo: string, light: Light, element: string, phaseLabel: string, dueAt: string, issuedAt: string }[]
}
export interface Failure { tenant: string, tenantName: string, work: string, since: string, lastAt: string, times: number, cause: string }

type Fetch = AbortSignal | undefined
export type Query = Record<string, string | number | undefined>

export function asked(path: string, query: Query) {
  const words = new URLSearchParams()
  Object.entries(query).forEach(([name, value]) => value !== undefined && value !== '' && words.set(name, String(value)))
  return words.size ? `${path}?${words}` : path
}

export const fetchCards = (query: Query, signal?: Fetch) => get<CardRows>(asked('/api/cards', query), { signal })
/** Cards that wait for a supervisor's confirmation. */
export const countPending = async (signal?: Fetch) => (await fetchCards({ state: 'PENDING', size: 1 }, signal)).total
export const fetchDepartments = async (signal?: Fetch) => (await get<{ departments: { code: string, name: string }[] }>('/api/directory', { signal })).departments
export const fetchCard = (id: string, signal?: Fetch) => get<CardDetail>(`/api/cards/${encodeURIComponent(id)}`, { signal })
export const fetchStatistics = (query: Query, signal?: Fetch) => get<StatisticsTable>(asked('/api/supervision/statistics', query), { signal })
export const fetchFigures = (signal?: Fetch) => get<Definition[]>('/api/supervision/figures', { signal })
export const fetchListed = (figure: string, query: Query, signal?: Fetch) => get<Listed>(asked(`/api/supervision/statistics/${figure}/list`, query), { signal })
export const fetchRuns = (signal?: Fetch) => get<Run[]>('/api/supervision/rechecks', { signal })
export const fetchFindings = (id: number, page: number, signal?: Fetch) => get<{ run: Run, findings: Finding[] }>(asked(`/api/supervision/rechecks/${id}`, { page }), { signal })
export const runRecheck = () => post<Run>('/api/supervision/rechecks')
export const fetchSelfCheck = (query: Query, signal?: Fetch) => get<SelfCheck>(asked('/api/supervision/self-check', query), { signal })
export const fetchFailures = (signal?: Fetch) => get<Failure[]>('/api/supervision/failures', { signal })

const paths: Record<Exclude<Act, 'urge'>, string> = { confirm: 'confirmation', cancel: 'cancellation', revoke: 'revocation', settle: 'settlement' }
export const act = (id: number, what: Exclude<Act, 'urge'>, reason: string) => post<void>(`/api/cards/${id}/${paths[what]}`, { reason })
export const urge = (id: number, urging: { addressee: string, text: string, dueOn: string }) => post<void>(`/api/cards/${id}/urgings`, urging)
