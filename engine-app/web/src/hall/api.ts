import { get, post, put } from '@/http'
import { addTexts } from '@/i18n'
import texts from '@/locales/zh-CN/hall.json'

addTexts('hall', texts)

export const CLAIMS = ['ELDER', 'DISABLED', 'SOLDIER', 'EXPECTING'] as const
export type Claim = (typeof CLAIMS)[number]
export interface Service { code: string, name: string, letter: string, minutes: number, bookable: number }
export interface Hall { code: string, name: string, region: string, address: string, phone: string, hours: Record<string, string> | null, services: Service[] }
/** Why somebody's turn comes earlier, and by how much. */
export interface Priority { claim: Claim | 'APPOINTMENT', minutes: number, reason: string }
/** How a service stands: `minutes` a newcomer waits, null where no window serves it now. */
export interface Line { service: string, name: string, waiting: number, minutes: number | null, windows: number }
export interface Called { no: string, window: number, windowName: string, serving: boolean, calls: number, at: string }
export interface Board { name: string, open: boolean, calls: Called[], lines: Line[], missed: string[] }
export type TicketState = 'WAITING' | 'CALLED' | 'SERVING' | 'DONE' | 'MISSED' | 'LAPSED'
export interface Slip { id: string, hall: string, hallName: string, no: string, service: string, state: TicketState, stateLabel: string, first: boolean, ahead: number, minutes: number | null, window: number | null, windowName: string | null, takenAt: string }

const at = (hall: string, more = '') => `/api/halls/${encodeURIComponent(hall)}${more}`
export const eventsOf = (hall: string) => at(hall, '/events')
export const halls = (signal?: AbortSignal) => get<Hall[]>('/api/halls', { signal })
export const hall = (code: string, signal?: AbortSignal) => get<Hall>(at(code), { signal })
export const priorities = (code: string, signal?: AbortSignal) => get<Priority[]>(at(code, '/priorities'), { signal })
export const board = (code: string, signal?: AbortSignal) => get<Board>(at(code, '/board'), { signal })
export const takeTicket = (code: string, service: string, claim: Claim | null) => post<Slip>(at(code, '/tickets'), { service, claim })
export const checkIn = (code: string, said: string) => post<Slip>(at(code, '/check-ins'), { code: said })
export const slip = (code: string, id: string, signal?: AbortSignal) => get<Slip>(at(code, `/tickets/${id}`), { signal })

/** A hall as it is kept by who watches over its region; an edition of 0 is a new one. */
export interface Counter { no: number, name: string, services: string[] }
export interface KeptHall { hall: Hall, windows: Counter[], edition: number, changedAt: string | null, changedBy: string | null }
export interface WantedHall { name: string, address: string, phone: string, hours: Record<string, string> | null, services: Service[], windows: Counter[], edition: number }
export const hallBook = (signal?: AbortSignal) => get<KeptHall[]>('/api/hall-book', { signal })
export const keepHall = (code: string, wanted: WantedHall) => put<KeptHall>(`/api/hall-book/${encodeURIComponent(code)}`, wanted)

/** Where items are handled: halls, and per item at which of them, whether one may book there, or a place in words. */
export interface Handled { halls: { hall: Hall, open: boolean }[], items: { code: string, name: string, place: string, officeHours: string, at: { hall: string, bookable: boolean }[] }[] }
export const handling = (items: string[], region: string, signal?: AbortSignal) => get<Handled>(`/api/halls/handling?${new URLSearchParams({ items: items.join(','), region })}`, { signal })

export interface Slot { start: string, end: string, left: number }
export interface SlotDay { day: string, closed: string | null, slots: Slot[] }
export type AppointmentState = 'BOOKED' | 'CHECKED_IN' | 'MISSED' | 'CANCELLED'
export interface Appointment { id: string, code: string, hall: string, hallName: string, address: string, service: string, serviceName: string, subject: string, subjectName: string, day: string, start: string, end: string, personName: string | null, state: AppointmentState, stateLabel: string }
export interface Booking { hall: string, service: string, subject: string, day: string, start: string, mandate: string | null }
export const slots = (code: string, service: string, subject: string, signal?: AbortSignal) => get<SlotDay[]>(at(code, `/slots?${new URLSearchParams({ service, subject })}`), { signal })
export const appointments = (signal?: AbortSignal) => get<Appointment[]>('/api/appointments', { signal })
export const book = (booking: Booking) => post<Appointment>('/api/appointments', booking)
export const moveAppointment = (id: string, day: string, start: string) => put<Appointment>(`/api/appointments/${id}`, { day, start })
export const cancelAppointment = (id: string) => post<void>(`/api/appointments/${id}/cancellation`, {})

export const PARTS = ['MORNING', 'AFTERNOON', 'ANY'] as const
export type Part = (typeof PARTS)[number]
export type VisitState = 'ASKED' | 'ASSIGNED' | 'ACCEPTED' | 'UNDER_WAY' | 'DONE' | 'IMPOSSIBLE' | 'CANCELLED'
export interface WantedVisit { region: string, name: string, phone: string, address: string, about: string, why: string, wantedOn: string, wantedPart: Part }
export interface HomeVisit { no: string, personName: string, address: string, about: string, wantedOn: string, wantedPart: string, state: VisitState, stateLabel: string, helper: string | null, agreedAt: string | null, dueOn: string, askedAt: string, outcome: string | null }
export const homeVisits = (signal?: AbortSignal) => get<HomeVisit[]>('/api/home-visits', { signal })
export const askVisit = (wanted: WantedVisit) => post<HomeVisit>('/api/home-visits', wanted)
export const cancelVisit = (no: string) => post<void>(`/api/home-visits/${no}/cancellation`, {})
/** What is over is over: the rest can still be called off. */
export const stillComing = (state: VisitState) => ['ASKED', 'ASSIGNED', 'ACCEPTED'].includes(state)
export const visitTone = (state: VisitState) => (state === 'DONE' ? 'good' : state === 'IMPOSSIBLE' ? 'bad' : state === 'CANCELLED' ? 'plain' : 'blue')

/** 09:30:00 → 09:30 */
export const clock = (time: string) => time.slice(0, 5)
