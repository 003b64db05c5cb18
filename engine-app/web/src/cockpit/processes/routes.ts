import type { EditionRow } from './api'

/** Where a process is shown, with the processes one came through. */
export const processRoute = (key: string, query: { version?: number | string, tenant?: string, via?: string } = {}) =>
  ({ path: `/cockpit/processes/${key}`, query: Object.fromEntries(Object.entries(query).filter(([, value]) => value).map(([name, value]) => [name, String(value)])) })
export const compareRoute = (key: string, tenant: string, from: number, to: number) => ({ path: `/cockpit/processes/${key}/compare`, query: { ...(tenant ? { tenant } : {}), from: String(from), to: String(to) } })
export const instanceRoute = (id: string) => ({ path: `/cockpit/instances/${id}` })

/** The edition asked for by its version, else the newest. */
export const chosen = (editions: EditionRow[], version: string) => editions.find(one => String(one.version) === version) ?? editions[0]
