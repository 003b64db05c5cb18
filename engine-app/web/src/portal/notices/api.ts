import { get, upload } from '@/http'
import { addTexts } from '@/i18n'
import texts from '@/locales/zh-CN/publicity.json'

addTexts('publicity', texts)

export interface Notice { no: string, title: string, text: string, itemName: string, departmentName: string, regionName: string, publishedAt: string, until: string, state: 'OPEN' | 'CLEAR' | 'UPHELD' | 'ENDED', stateLabel: string, open: boolean, daysLeft: number }
export interface Objection { text: string, evidence: string | null, state: 'RECEIVED' | 'UPHELD' | 'REJECTED' | 'CLOSED', stateLabel: string, raisedAt: string, reason: string | null, settledAt: string | null }
export interface Place { code: string, name: string }

export const notices = (page: number, region: string, open: boolean, signal?: AbortSignal) => get<Notice[]>(`/api/public-notices?${new URLSearchParams({ page: String(page), region, open: String(open) })}`, { signal })
export const notice = (no: string, signal?: AbortSignal) => get<Notice>(`/api/public-notices/${encodeURIComponent(no)}`, { signal })
/** One's own: none or one. */
export const objections = (no: string, signal?: AbortSignal) => get<Objection[]>(`/api/public-notices/${encodeURIComponent(no)}/objections`, { signal })
export const object = (no: string, text: string, evidence: File[]) => upload<Objection>(`/api/public-notices/${encodeURIComponent(no)}/objections`, evidence, { text }, () => undefined)
export const regions = (signal?: AbortSignal) => get<{ regions: Place[] }>('/api/directory', { signal })
