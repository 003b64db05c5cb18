import { get } from '@/http'
import type { Light } from '../LightBadge.vue'

export type RunKind = 'COUNTED' | 'MAKE_UP' | 'SHORT_DAY' | 'PARTLY' | 'WEEKEND' | 'HOLIDAY' | 'SPECIAL_PROCEDURE' | 'STOPPED' | 'BEFORE' | 'EXTENDED'
export interface Run { from: string, to: string, kind: RunKind, seconds: number, text: string }
export interface Explanation { start: string, runs: Run[], end: string }
export interface Segment { whose: string, whoseLabel: string, what: string, from: string, to: string, workedSeconds: number, worked: string, counts: boolean, incidentId: string | null }
export interface Total { whose: string, whoseLabel: string, workedSeconds: number, worked: string }
/** A link of the item (办理环节) with a limit of its own. */
export interface LinkLimit { number: number, name: string, limit: string, startedAt: string | null, dueAt: string | null, finishedAt: string | null, light: Light, remaining: number, stopped: boolean }
export interface TimedLink extends LinkLimit { why: Explanation | null }
/** Why a case is due on its day, and whose time it took; without an explanation before acceptance. */
export interface CaseTime { caseNo: string, why: Explanation | null, segments: Segment[], totals: Total[], links: TimedLink[] }

export const caseTime = (caseNo: string, signal?: AbortSignal) => get<CaseTime>(`/api/cases/${caseNo}/clock`, { signal })
