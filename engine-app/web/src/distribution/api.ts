import { get, post, put } from '@/http'

export interface Place { number: number, region: string, unit: string, officer: string | null, officerName: string | null, reason: string, facts?: string[], mode: 'BY_RULE' | 'BY_HAND', rule: string | null, decisionVersion: number | null, who: string, at: string }
export interface DistributionPage { caseNo: string, ended: boolean, history: Place[], units: { region: string, name: string, load: number, officers: { username: string, name: string }[] }[], mayCorrect: boolean }
export const fetchDistribution = (no: string, signal?: AbortSignal) => get<DistributionPage>(`/api/distribution/cases/${no}`, { signal })
export const correctDistribution = (no: string, correction: { number: number, region: string, officer: string | null, reason: string }) => post<DistributionPage>(`/api/distribution/cases/${no}/correction`, correction)

export type Week = Record<string, string>
/** When one unit works: by its own hours, those of the unit it inherits from, or the calendar's. */
export interface UnitHours { region: string, name: string, edition: number, own: boolean, from: string | null, week: Week | null, open: boolean, changedAt: string | null, changedBy: string | null }
export interface HoursPage { department: string, departments: Record<string, string>, mayChange: boolean, units: UnitHours[] }
export const fetchHours = (department: string, signal?: AbortSignal) => get<HoursPage>(`/api/distribution/hours?${new URLSearchParams({ department })}`, { signal })
export const keepHours = (department: string, region: string, edition: number, week: Week | null) => put<HoursPage>(`/api/distribution/hours/${department}/${region}`, { edition, week })
