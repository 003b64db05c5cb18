import { get, post } from '@/http'

export interface Place { number: number, region: string, unit: string, officer: string | null, officerName: string | null, reason: string, mode: 'BY_RULE' | 'BY_HAND', rule: string | null, decisionVersion: number | null, who: string, at: string }
export interface DistributionPage { caseNo: string, ended: boolean, history: Place[], units: { region: string, name: string, load: number, officers: { username: string, name: string }[] }[], mayCorrect: boolean }
export const fetchDistribution = (no: string, signal?: AbortSignal) => get<DistributionPage>(`/api/distribution/cases/${no}`, { signal })
export const correctDistribution = (no: string, correction: { number: number, region: string, officer: string | null, reason: string }) => post<DistributionPage>(`/api/distribution/cases/${no}/correction`, correction)
