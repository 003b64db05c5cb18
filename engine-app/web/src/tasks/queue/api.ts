import { get, post, put } from '@/http'
import type { AppointmentState, Claim, Line as ServiceLine, Slip, TicketState, VisitState, WantedVisit } from '@/hall/api'

export type WindowState = 'OPEN' | 'PAUSED' | 'CLOSED'
/** Minutes on average; `window` null for all of them. */
export interface Figures { window: number | null, served: number, missed: number, waited: number, took: number }
export interface Ticket { id: string, no: string, service: string, state: TicketState, first: boolean, fits: boolean, wanted: number | null, calls: number, waited: number, takenAt: string, startedAt: string | null }
export interface HallWindow { no: number, name: string, services: string[], state: WindowState, clerk: string | null, ticket: string | null, today: Figures }
export interface Desk { halls: { code: string, name: string }[], hall: string | null, name: string, open: boolean, mine: number | null, current: Ticket | null, windows: HallWindow[], services: ServiceLine[], waiting: Ticket[], missed: Ticket[], today: Figures | null }
export interface Expected { id: string, start: string, service: string, subjectName: string, person: string, represented: boolean, state: AppointmentState, stateLabel: string }

export const desk = (hall: string, signal?: AbortSignal) => get<Desk>(`/api/queue${hall ? `?${new URLSearchParams({ hall })}` : ''}`, { signal })
export const setWindow = (hall: string, no: number, state: WindowState) => put<void>(`/api/queue/${hall}/windows/${no}`, { state })
export const callNext = () => post<void>('/api/queue/next', {})
export type Act = 'call' | 'miss' | 'recall' | 'start' | 'done'
export const act = (ticket: string, what: Act) => post<void>(`/api/queue/tickets/${ticket}/${what}`, {})
export const transfer = (ticket: string, window: number) => post<void>(`/api/queue/tickets/${ticket}/transfer`, { window })
export const giveTicket = (hall: string, service: string, claim: Claim | null) => post<Slip>(`/api/queue/${hall}/tickets`, { service, claim })
export const receive = (hall: string, code: string) => post<Slip>(`/api/queue/${hall}/check-ins`, { code })
export const expected = (hall: string, day: string, signal?: AbortSignal) => get<Expected[]>(`/api/queue/${hall}/appointments?${new URLSearchParams({ day })}`, { signal })

export interface VisitLine { no: string, place: string, personName: string, wantedOn: string, wantedPart: string, state: VisitState, stateLabel: string, helper: string | null, mine: boolean, agreedAt: string | null, dueOn: string }
export interface WholeVisit extends VisitLine { phone: string, address: string, about: string, why: string, askedAt: string, outcome: string | null, helpers: { username: string, name: string, place: string }[] }
const at = (no: string, more: string) => `/api/home-visit-desk/${no}${more}`
export const visits = (over: boolean, signal?: AbortSignal) => get<VisitLine[]>(`/api/home-visit-desk${over ? '?over=true' : ''}`, { signal })
export const visit = (no: string, signal?: AbortSignal) => get<WholeVisit>(at(no, ''), { signal })
export const noteVisit = (wanted: WantedVisit) => post<{ no: string }>('/api/home-visit-desk', wanted)
export const assignVisit = (no: string, helper: string) => post<void>(at(no, '/assignment'), { helper })
export const acceptVisit = (no: string, when: string) => post<void>(at(no, '/acceptance'), { at: when })
export const leaveForVisit = (no: string) => post<void>(at(no, '/departure'), {})
export const endVisit = (no: string, done: boolean, outcome: string) => post<void>(at(no, done ? '/completion' : '/impossibility'), { outcome })
