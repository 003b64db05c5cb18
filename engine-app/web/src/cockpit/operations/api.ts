import { get, post } from '@/http'

export type Kind = 'MODIFICATION' | 'MIGRATION' | 'RETRY' | 'RESTART'
export type State = 'CHECKING' | 'CHECKED' | 'WAITING' | 'RUNNING' | 'PAUSED' | 'DONE' | 'STOPPED' | 'REFUSED' | 'DROPPED'
export type LineState = 'UNTRIED' | 'READY' | 'BARRED' | 'DONE' | 'FAILED' | 'LEFT_OUT'
export type StepAct = 'CANCEL' | 'BEFORE' | 'AFTER'

export interface Edition { id: string, key: string, name: string, version: number, city: string, publishedAt: string, running: number }
export interface Element { id: string, name: string, kind: string, topic?: string, scope: string, waits: boolean }
export interface Candidate { id: string, number: string, places: string[], note: string | null }
export interface Failed { id: string, number: string, processName: string, activity: string, topic: string | null, message: string, department: string | null, departmentName: string | null, since: string }
export interface Pair { from: string, to: string }
export interface Step { act: StepAct, element: string }

export interface Instructions {
  edition?: string, steps?: Step[], target?: string, pairs?: Pair[], newTriggers?: boolean, tries?: number, spreadMinutes?: number, before?: string
  tellAgain: boolean, handOffAgain: boolean
}

export interface Operation {
  no: number, kind: Kind, kindLabel: string, state: State, stateLabel: string, editionName: string, told: string[], instructions: Instructions
  reason: string | null, askedName: string, askedAt: string, checkedAt: string | null, startedAt: string | null, endedAt: string | null
}
export interface Summary extends Operation { lines: number, settled: number, waitsForMe: boolean }
export interface Acted { at: string, name: string, act: string, actLabel: string, detail: string }
export interface Page extends Operation {
  counts: Partial<Record<LineState, number>>, acts: Acted[], aloneUpTo: number, needsSecond: boolean, mine: boolean, waitsForMe: boolean, nextAt: string | null
}
export interface Effect { sort: 'STATE' | 'TASK' | 'CLOCK' | 'ALARM' | 'NOTICE' | 'HANDOFF' | 'LICENSE' | 'INCIDENT' | 'HELD', text: string }
export interface Line {
  place: number, number: string, instance: string | null, state: LineState, stateLabel: string, stood: string[], stands: string[]
  effects: Effect[], note: string, notBefore: string | null, changedAt: string | null
}

const place = '/api/cockpit/operations'
const at = (path: string, query: Record<string, string | undefined> = {}) => {
  const asked = new URLSearchParams(Object.entries(query).filter((one): one is [string, string] => !!one[1]))
  return `${place}${path}${asked.size ? `?${asked}` : ''}`
}
const id = encodeURIComponent

export const fetchOperations = (states: string, signal?: AbortSignal) => get<Summary[]>(at('', { states }), { signal })
export const fetchOperation = (no: string, signal?: AbortSignal) => get<Page>(at(`/${no}`), { signal })
export const LINES = 50
export const fetchLines = (no: string, state: string, page: number, signal?: AbortSignal) => get<Line[]>(at(`/${no}/lines`, { state, page: String(page), size: String(LINES) }), { signal })
export const tableOf = (no: string, ending: 'csv' | 'xlsx') => at(`/${no}/lines.${ending}`)

export const ask = (kind: Kind, instructions: Instructions, chosen: string[]) => post<Operation>(place, { kind, instructions, chosen })
export type Act = 'check' | 'submission' | 'approval' | 'refusal' | 'pause' | 'resumption' | 'stop' | 'drop'
export const act = (no: number, what: Act, reason?: string) => post<unknown>(at(`/${no}/${what}`), reason === undefined ? undefined : { reason })

export const fetchEditions = (signal?: AbortSignal) => get<Edition[]>(at('/choices/editions'), { signal })
export const fetchElements = (edition: string, signal?: AbortSignal) => get<Element[]>(at(`/choices/editions/${id(edition)}/elements`), { signal })
export const fetchModel = (edition: string, signal?: AbortSignal) => get<string>(at(`/choices/editions/${id(edition)}/diagram`), { signal, headers: { Accept: 'application/xml, application/problem+json' } })
export const fetchInstances = (edition: string, element: string, signal?: AbortSignal) => get<Candidate[]>(at('/choices/instances', { edition, element }), { signal })
/** On which edition a process runs that is known by its id alone. */
export const fetchPlace = (instance: string, signal?: AbortSignal) => get<{ id: string, number: string, edition: string }>(at(`/choices/instances/${id(instance)}`), { signal })
export interface FailedQuery { topic: string, activity: string, department: string, words: string, olderHours: string }
export const fetchFailed = (query: FailedQuery, signal?: AbortSignal) => get<Failed[]>(at('/choices/incidents', { ...query }), { signal })
export const fetchBroken = (signal?: AbortSignal) => get<Candidate[]>(at('/choices/broken'), { signal })
export const fetchEditionOf = (no: string, signal?: AbortSignal) => get<Edition>(at(`/choices/broken/${id(no)}/edition`), { signal })
export const fetchPairs = (from: string, to: string, signal?: AbortSignal) => get<Pair[]>(at('/choices/pairs', { from, to }), { signal })
export const checkPairs = (from: string, to: string, pairs: Pair[], signal?: AbortSignal) => post<string[]>(at('/choices/pairs/check'), { from, to, pairs }, { signal })
