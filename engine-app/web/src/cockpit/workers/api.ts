import { get } from '@/http'

export interface Sighting { worker: string, topic: string, fetchedAt: string }
export interface TopicRow { topic: string, name: string, waiting: number, locked: number, failed: number, oldest: string | null, doneInHour: number, workers: Sighting[] }
export interface Exchange {
  department: string, messages: number, accepted: number, open: number, refused: number, oldestOpen: string | null
  answers: number, rejected: number, unanswered: number, oldestUnanswered: string | null
}
export interface DepartmentRow { name: string, exchange: Exchange }
export interface Workers { topics: TopicRow[], departments: DepartmentRow[] }
export interface OpenRow { instance: string, number: string, element: string, state: 'WAITING' | 'LOCKED' | 'FAILED', retries: number, worker: string, lockedUntil: string | null, since: string | null }
export interface TopicPage { name: string, items: OpenRow[], more: boolean }

export const fetchWorkers = (signal?: AbortSignal) => get<Workers>('/api/cockpit/workers', { signal })
export const fetchTopic = (topic: string, signal?: AbortSignal) => get<TopicPage>(`/api/cockpit/workers/topics/${encodeURIComponent(topic)}`, { signal })
