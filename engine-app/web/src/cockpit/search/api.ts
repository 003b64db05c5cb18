import { get, post } from '@/http'

export interface Rebuild { id: number, askedBy: string, reason: string, askedAt: string, startedAt: string | null, total: number, done: number, documents: number, endedAt: string | null, failure: string | null }
export interface Index { state: { answers: boolean, external: boolean, entries: number, waiting: number }, rebuilds: Rebuild[] }

export const fetchIndex = (signal?: AbortSignal) => get<Index>('/api/search/index', { signal })
export const rebuild = (reason: string) => post<{ id: number }>('/api/search/index/rebuilds', { reason })
