import { get, post, put } from '@/http'

export interface Year { year: number, published: boolean, source: string, hours: string[] | null, off: string[], work: string[], special: Record<string, string[]>, names: Record<string, string> }
export interface Calendar { region: string, of: string, edition: number, years: Year[] }
export interface Published { edition: number, recounted: number, moved: number, leftOver: number }
export interface Move { no: string, kind: string, number: number, dueWas: string | null, dueIs: string | null }
export interface Publication { edition: number, at: string, who: string | null, year: number | null, note: string, recounted: number, moved: number, leftOver: number }
export interface PastRebase {
  token: string, edition: number, reason: string, askedBy: string, askedAt: string, clocks: number, moved: number
  confirmedBy: string | null, confirmedAt: string | null, doneClocks: number, doneMoved: number, endedAt: string | null
}
export interface History { of: string, publications: Publication[], rebases: PastRebase[] }
export interface Moves { items: Move[], total: number }
export interface Rebase { token: string, edition: number, clocks: number, moved: number, changes: Move[] }

const calendar = (region: string) => `/api/studio/calendars/${encodeURIComponent(region)}`

export const fetchCalendar = (region: string, signal?: AbortSignal) => get<Calendar>(calendar(region), { signal })
/** The plan of a year as it was changed from an edition; refused where somebody else has changed the year since. */
export const publishYear = (region: string, basedOn: number, plan: Year) => put<Published>(`${calendar(region)}/years/${plan.year}?basedOn=${basedOn}`, plan)
export const fetchHistory = (region: string, signal?: AbortSignal) => get<History>(`${calendar(region)}/history`, { signal })
/** @param by `editions/5` or `rebase/token` */
export const fetchMoves = (region: string, by: string, page: number, signal?: AbortSignal) => get<Moves>(`${calendar(region)}/${by}/moves?page=${page}`, { signal })
export const previewRebase = (region: string, reason: string) => post<Rebase>(`${calendar(region)}/rebase`, { reason })
export const confirmRebase = (region: string, token: string) => post<Rebase>(`${calendar(region)}/rebase/${encodeURIComponent(token)}`)
