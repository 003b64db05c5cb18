import { get } from '@/http'
import type { Light } from '../api'

export interface LightCounts { none: number, blue: number, yellow: number, red: number }
export interface ProcessRow {
  key: string, name: string, city: string, cityName: string, shared: boolean, editions: number, version: number, tag: string
  publishedAt: string, running: number, incidents: number, lights: LightCounts, estimated: boolean
}
export interface EditionRow { id: string, name: string, version: number, tag: string, publishedAt: string, running: number, incidents: number }
export interface Took { activity: string, count: number, middle: number, ninth: number }
export interface Limit { unit: 'WORKING_DAY' | 'CALENDAR_DAY' | 'HOUR', least: number, most: number }
export interface ActivityRow { id: string, name: string, kind: string, waiting: number, incidents: number, lights: LightCounts, took: Took | null, limit: Limit | null }
export interface Figures { instances: number, every: number, counted: boolean, since: string, activities: ActivityRow[] }
export interface WaitRow { id: string, instance: string, number: string, light: Light, dueAt: string | null, since: string }
export interface Waits { items: WaitRow[], more: boolean }

type Fetch = AbortSignal | undefined
const edition = (id: string) => `/api/cockpit/editions/${encodeURIComponent(id)}`

export const fetchProcesses = (signal?: Fetch) => get<ProcessRow[]>('/api/cockpit/processes', { signal })
export const fetchEditions = (key: string, tenant: string, signal?: Fetch) => get<EditionRow[]>(`/api/cockpit/processes/${encodeURIComponent(key)}?${new URLSearchParams(tenant ? { tenant } : {})}`, { signal })
export const fetchFigures = (id: string, days: string, exact: boolean, signal?: Fetch) => get<Figures>(`${edition(id)}?${new URLSearchParams({ days, exact: String(exact) })}`, { signal })
export const fetchModel = (id: string, signal?: Fetch) => get<string>(`${edition(id)}/diagram`, { signal, headers: { Accept: 'application/xml, application/problem+json' } })
export const fetchWaits = (id: string, element: string, after?: WaitRow, signal?: Fetch) =>
  get<Waits>(`${edition(id)}/elements/${encodeURIComponent(element)}/waits?${new URLSearchParams(after ? { since: after.since, after: after.id } : {})}`, { signal })
