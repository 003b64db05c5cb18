import { get } from '@/http'

export interface LogRow {
  id: number, at: string, who: string, departmentName: string, what: string, whatLabel: string, kindLabel: string, no: string, detail: string
  caseNo: string, why: string, done: boolean
}
export interface LogPage { from: string, until: string, items: LogRow[], next: number | null, choices: { value: string, label: string }[] }
export interface LogQuery { who: string, what: string, no: string, from: string, until: string }

const filled = (query: Partial<LogQuery> & { before?: string }) => new URLSearchParams(Object.entries(query).filter(([, value]) => value))
export const fetchLog = (query: LogQuery, before: string, signal?: AbortSignal) => get<LogPage>(`/api/cockpit/log?${filled({ ...query, before })}`, { signal })
export const logTable = (query: LogQuery) => `/api/cockpit/log.csv?${filled(query)}`
