import { get, post, put } from '@/http'

export type Light = 'NONE' | 'BLUE' | 'YELLOW' | 'RED'

export interface Lights { none: number, blue: number, yellow: number, red: number }
export interface DepartmentRow { department: string, departmentName: string, running: number, blue: number, yellow: number, red: number }
export interface Summary { running: number, closed: number, lights: Lights, cardsToday: number, incidents: number, byDepartment: DepartmentRow[], onTimeRate: number | null }

export interface CaseRow {
  caseNo: string, applicationNo: string, bundleName: string, itemName: string, department: string, departmentName: string
  state: string, stateLabel: string, light: Light | null, dueAt: string | null, remainingDays: number | null
}
export interface CaseQuery { light?: string, state?: string, department?: string, region?: string, q?: string, page?: number }
export interface CasePageOf { items: CaseRow[], total: number, more?: boolean }

export interface Entry { at: string, who: string, what: string, detail: string | null, caseNo: string | null }
export interface Clock { startedAt: string | null, blueAt: string | null, yellowAt: string | null, redAt: string | null, stopped: boolean }
export type LaneCase = Pick<CaseRow, 'caseNo' | 'itemName' | 'state' | 'stateLabel' | 'light' | 'dueAt' | 'remainingDays'> & { resultLabel: string | null }
export interface Lane { department: string, departmentName: string, cases: LaneCase[] }
export interface CaseDetail {
  applicationNo: string, caseNo: string | null, applicantName: string, bundleName: string, itemName: string | null, stateLabel: string
  submittedAt: string, light: Light | null, dueAt: string | null, remainingDays: number | null
  clock: Clock | null, agent?: string | null, creditLost: boolean, lanes: Lane[], timeline: Entry[]
}

export interface Instance {
  id: string, parentId: string | null, callActivityId?: string | null, businessKey: string, processKey: string, processName: string
  version: number, running: boolean, waiting: string[], passed: string[], failed: string[]
}

export interface Incident {
  id: string, businessKey: string, processKey: string, processInstanceId: string, activityId: string, activity: string
  topic: string | null, worker: string | null, message: string, cause: string | null, since: string, usualTries: number
  care?: { keeper: string | null, name: string | null, note: string, at: string } | null
}
export interface Handoff {
  messageKey: string, caseNo: string, department: string, departmentName: string, direction: 'OUT' | 'IN', kind: string, kindLabel: string
  state: string, stateLabel: string, attempts: number | null, detail: string | null, at: string
}

type Fetch = AbortSignal | undefined

export const fetchSummary = (signal?: Fetch) => get<Summary>('/api/cockpit/summary', { signal })
export const fetchCase = (no: string, signal?: Fetch) => get<CaseDetail>(`/api/cockpit/cases/${encodeURIComponent(no)}`, { signal })
export const fetchInstances = (no: string, signal?: Fetch) => get<Instance[]>(`/api/cockpit/cases/${encodeURIComponent(no)}/instances`, { signal })
export const fetchDiagram = (id: string, signal?: Fetch) => get<string>(`/api/cockpit/instances/${encodeURIComponent(id)}/diagram`, { signal, headers: { Accept: 'application/xml, application/problem+json' } })
export const fetchIncidents = (signal?: Fetch) => get<Incident[]>('/api/cockpit/incidents', { signal })
/** Once more: as often and when is said, else as at first and at once. */
export const retryIncident = (id: string, again: { tries: number | null, at: string | null }) => post<void>(`/api/cockpit/incidents/${encodeURIComponent(id)}/retry`, again)
export const careForIncident = (id: string, mine: boolean, note: string) => put<void>(`/api/cockpit/incidents/${encodeURIComponent(id)}/care`, { mine, note })
export const fetchHandoffs = (department: string, signal?: Fetch) => get<Handoff[]>(`/api/cockpit/handoffs?${new URLSearchParams(department ? { department } : {})}`, { signal })

export function fetchCases(query: CaseQuery, signal?: Fetch) {
  const asked = new URLSearchParams({ size: String(PAGE_SIZE) })
  Object.entries(query).forEach(([name, value]) => value !== undefined && value !== '' && asked.set(name, String(value)))
  return get<CasePageOf>(`/api/cockpit/cases?${asked}`, { signal })
}

/** A supervisor lets a case or an application be asked for more once again. */
export const permitSecondNotice = (no: string, reason: string) => post<void>(`/api/cockpit/notices/${encodeURIComponent(no)}/second`, { reason })

export interface Applicant { name: string, idNo: string }
/** Whose case it is, with the reason that stays on record. */
export const revealApplicant = (no: string, reason: string) => post<Applicant>(`/api/cockpit/cases/${encodeURIComponent(no)}/reveal`, { reason })

/** A supervisor registers that the applicant of a false promise may promise again. */
export const restoreCredit = (no: string, reason: string) => post<void>(`/api/cockpit/commitments/${encodeURIComponent(no)}/restoration`, { reason })

export const PAGE_SIZE = 20

export interface Share { definition: string, from: string, to: string, rows: { department: string, departmentName: string, total: number, byRule: number }[] }
export interface Distributed { items: { caseNo: string, itemName: string, unit: string, corrected: boolean, reason: string, at: string }[], total: number }
export interface SharePeriod { from: string, to: string, department: string, corrected: string, page: string }
const asked = (period: Partial<SharePeriod>) => new URLSearchParams(Object.entries(period).filter(([, value]) => value))
export const fetchShare = ({ from, to }: SharePeriod, signal?: AbortSignal) => get<Share>(`/api/distribution/share?${asked({ from, to })}`, { signal })
export const fetchDistributed = (period: SharePeriod, signal?: AbortSignal) => get<Distributed>(`/api/distribution/cases?${asked(period)}`, { signal })
