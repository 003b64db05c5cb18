import { post } from '@/http'

/** The server takes so many tasks at once. */
export const MOST = 100
export const BULK_ACTS = ['claim', 'unclaim', 'transfer'] as const
export type BulkAct = (typeof BULK_ACTS)[number]
export interface BulkRow { id: string, title: string, ok: boolean, why: string | null }
export interface Bulk { act: BulkAct, ids: string[], to?: string, reason?: string, preview: boolean }

export const bulk = (asked: Bulk) => post<{ rows: BulkRow[] }>('/api/tasks/bulk', asked)
