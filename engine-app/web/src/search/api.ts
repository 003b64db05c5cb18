import { get } from '@/http'
import { DEFAULT_REGION, session } from '@/session'

export type Type = 'BUNDLE' | 'ITEM'
/** `highlight` is HTML of the server's: what was met in `em`, everything else escaped. */
export interface Hit { type: Type, key: string, name: string, highlight: string, score?: number }
/** `notice` says why this is only the plain list. */
export interface Found { hits: Hit[], tookMs: number, notice?: string }

export const regionOf = () => session.person?.region ?? DEFAULT_REGION
const asked = (parameters: Record<string, string>) => new URLSearchParams(Object.entries(parameters).filter(([, value]) => value))

export const find = (q: string, type: Type | '', region: string, signal?: AbortSignal) =>
  get<Found>(`/api/search?${asked({ q, type, region, size: '30' })}`, { signal })
export const suggest = (q: string, region: string, signal?: AbortSignal) =>
  get<Found>(`/api/search/suggestions?${asked({ q, region })}`, { signal })

export const address = ({ type, key }: Hit, region: string) => (type === 'BUNDLE' ? `/bundles/${key}` : `/items/${key}?region=${region}`)
