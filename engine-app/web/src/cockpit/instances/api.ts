import { get } from '@/http'
import type { Incident, Light } from '../api'

export interface Link { id: string, number: string, processName: string, activity: string | null, running: boolean }
export interface Activity { id: string, parent: string, element: string, name: string, kind: string, startedAt: string, endedAt: string | null, canceled: boolean, called: string | null }
export interface Variable { name: string, type: string, value: string, scope: string }
export interface Job { id: string, element: string, name: string, dueAt: string | null, retries: number, suspended: boolean, message: string }
export interface Work { name: string, topic: string, topicName: string, retries: number, worker: string, lockedUntil: string | null, since: string | null }
export interface Subscription { element: string, name: string, message: string, since: string }
export interface InstancePage {
  self: Link, number: string, hasCase: boolean, light: Light, dueAt: string | null, above: Link[], called: Link[]
  edition: { id: string, key: string, name: string, version: number, tag: string, city: string }
  startedAt: string, endedAt: string | null, brokenOff: boolean
  activities: Activity[], variables: Variable[], timers: Job[], steps: Job[], work: Work[], messages: Subscription[], incidents: Incident[]
}

export const fetchInstance = (id: string, signal?: AbortSignal) => get<InstancePage>(`/api/cockpit/instances/${encodeURIComponent(id)}`, { signal })
