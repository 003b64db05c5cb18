import { get, post, put } from '@/http'

export interface Year { year: number, published: boolean, source: string, hours: string[] | null, off: string[], work: string[], special: Record<string, string[]>, names: Record<string, string> }
export interface Calendar { region: string, of: string, edition: number, years: Year[] }
export interface Published { edition: number, recounted: number, moved: number }
export interface Move { no: string, kind: string, number: number, dueWas: string | null, dueIs: string | null }
export interface Rebase { token: string, edition: number, clocks: number, moved: number, changes: Move[] }

const calendar = (region: string) => `/api/studio/calendars/${encodeURIComponent(region)}`

export const fetchCalendar = (region: string, signal?: AbortSignal) => get<Calendar>(calendar(region), { signal })
export const publishYear = (region: string, plan: Year) => put<Published>(`${calendar(region)}/years/${plan.year}`, plan)
export const previewRebase = (region: string, reason: string) => post<Rebase>(`${calendar(region)}/rebase`, { reason })
export const confirmRebase = (region: string, token: string) => post<Rebase>(`${calendar(region)}/rebase/${encodeURIComponent(token)}`)
