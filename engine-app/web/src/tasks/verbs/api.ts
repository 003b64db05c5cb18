import { get, post } from '@/http'
import type { Said } from '@/ui/TalkList.vue'
import type { Light } from '@/ui/LightBadge.vue'
import type { Ask, AskKind, Copy, Note } from '../api'

/** Who may also work on a task, with how many tasks they have open. */
export interface Colleague { username: string, name: string, open: number }
/** So many days or until a date; the kind of special procedure says how its days are counted. */
export type PreviewBy = ({ days: number } | { until: string }) & { kind?: string }
export type ClockChange = 'SPECIAL_PROCEDURE' | 'EXTENSION'
/** What a change of the clock would do: days or the date they lead to, the most that is allowed, every light before and after. */
export interface ClockPreview { days: number, unit?: 'WORKING_DAY' | 'CALENDAR_DAY', until: string, most: number | null, lights: { light: Light, before: string | null, after: string | null }[] }
export interface Diagram { name: string, xml: string, passed: string[], current: string[] }
export interface Present { name: string }

export const colleagues = (id: string, signal?: AbortSignal) => get<Colleague[]>(`/api/tasks/${id}/colleagues`, { signal })
export const transfer = (id: string, to: string, reason: string) => post<void>(`/api/tasks/${id}/transfer`, { to, reason })
export const ask = (id: string, kind: AskKind, of: string[], question: string) => post<Ask[]>(`/api/tasks/${id}/asks`, { kind, of, question })
export const answerAsk = (id: string, ask: number, agrees: boolean, opinion: string) => post<void>(`/api/tasks/${id}/asks/${ask}/answer`, { agrees, opinion })
export const withdrawAsk = (id: string, ask: number, reason: string) => post<void>(`/api/tasks/${id}/asks/${ask}/withdrawal`, { reason })
export const stepBack = (id: string, to: string, reason: string, straight: boolean) => post<void>(`/api/tasks/${id}/step-back`, { to, reason, straight })
export const copy = (id: string, to: string[], words: string) => post<Copy[]>(`/api/tasks/${id}/copies`, { to, words })
export const note = (id: string, text: string) => post<Note[]>(`/api/tasks/${id}/notes`, { text })
export const answerApplicant = (id: string, text: string) => post<Said[]>(`/api/tasks/${id}/talk`, { text })
export const clockPreview = (id: string, change: ClockChange, by: PreviewBy, signal?: AbortSignal) =>
  get<ClockPreview>(`/api/tasks/${id}/clock-preview?${new URLSearchParams({ change, ...Object.fromEntries(Object.entries(by).map(([name, value]) => [name, String(value)])) })}`, { signal })
export const diagram = (id: string, signal?: AbortSignal) => get<Diagram>(`/api/tasks/${id}/diagram`, { signal })
export const present = (id: string) => post<Present[]>(`/api/tasks/${id}/presence`)
