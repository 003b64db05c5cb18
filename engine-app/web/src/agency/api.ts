import { del, get, post, upload } from '@/http'
import { addTexts } from '@/i18n'
import type { Upload } from '@/portal/api'
import texts from '@/locales/zh-CN/agency.json'

addTexts('agency', texts)

export interface LegalPerson { creditCode: string, name: string, since: string }
export type MandateState = 'OFFERED' | 'ACCEPTED' | 'REFUSED' | 'ENDED'
export interface Mandate { id: string, kind: 'RELATIVE' | 'COMPANY', kindLabel: string, principalName: string, agentName: string, agentPhone: string, subjects: string[], subjectNames: string[], licenses: boolean, from: string, until: string, evidence: 'SIGNED_IN' | 'WINDOW' | 'PAPER', papers: string[], state: MandateState, givenAt: string, endedAt: string | null, endedWhy: string | null }
export interface Given { creditCode: string | null, agentName: string, agentPhone: string, subjects: string[], licenses: boolean, from: string, until: string, papers: string[] }
/** Who gives a mandate at a window: there with the identity card, or by a signed paper that somebody else brings. */
export interface Giver { name: string, idNo: string, phone: string, verified: boolean, byPaper: boolean }
/** Somebody for whom one may act today. */
export interface Choice { mandate: string | null, creditCode: string | null, name: string, kind: string, audience: 'PERSON' | 'ORGANISATION', until: string | null, subjects: string[], licenses: boolean }
export interface ActingFor { mandate?: string | null, creditCode?: string | null }
export interface Help { state: 'NONE' | 'OFFERED' | 'TAKEN', helper: string | null, until: string | null }
export interface Helped { id: string, bundleName: string, owner: string, until: string }

export const legalPersons = (signal?: AbortSignal) => get<LegalPerson[]>('/api/legal-persons', { signal })
export const claim = (creditCode: string) => post<LegalPerson>('/api/legal-persons', { creditCode })
export const choices = (signal?: AbortSignal) => get<Choice[]>('/api/acting', { signal })
export const mandates = (signal?: AbortSignal) => get<{ given: Mandate[], received: Mandate[] }>('/api/mandates', { signal })
export const give = (given: Given) => post<Mandate>('/api/mandates', given)
export const giveAtWindow = (present: Giver, given: Given) => post<Mandate>('/api/window-mandates', { present, given })
export const answer = (id: string, act: 'acceptance' | 'refusal') => post<Mandate>(`/api/mandates/${id}/${act}`, {})
export const uploadPaper = (file: File, progress = (_share: number) => {}, signal?: AbortSignal) => upload<Upload & { id: string }>('/api/mandate-papers', file, {}, progress, signal)
export const prove = (id: string, papers: string[]) => post<Mandate>(`/api/mandates/${id}/papers`, { papers })
export const end = (id: string, why: string) => post<Mandate>(`/api/mandates/${id}/end`, { why })

export const help = (draft: string, signal?: AbortSignal) => get<Help>(`/api/drafts/${draft}/help`, { signal })
export const askForHelp = (draft: string) => post<{ code: string, until: string }>(`/api/drafts/${draft}/help`, {})
export const takeBack = (draft: string) => del<void>(`/api/drafts/${draft}/help`)
export const helped = (signal?: AbortSignal) => get<Helped[]>('/api/helped-drafts', { signal })
export const takeDraft = (code: string) => post<{ id: string }>('/api/helped-drafts', { code })
export const askOwner = (draft: string, licenses: string[]) => post<{ hint: string }>(`/api/helped-drafts/${draft}/confirmation`, { licenses })
export const submitHelped = <Receipt>(draft: string, code: string, key: string) => post<Receipt>(`/api/helped-drafts/${draft}/submission`, { code }, { headers: { 'Idempotency-Key': key } })
