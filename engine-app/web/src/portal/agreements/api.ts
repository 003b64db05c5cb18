import { get, post, upload } from '@/http'
import { addTexts } from '@/i18n'
import texts from '@/locales/zh-CN/parties.json'

addTexts('parties', texts)

export type AgreementState = 'ASKED' | 'AGREED' | 'REFUSED' | 'EXPIRED' | 'WITHDRAWN' | 'TAKEN_BACK'
/** What somebody else's application asks of the person. */
export interface Agreement { id: string, applicantName: string | null, organisation: string | null, bundleName: string, items: string[], data: string[], licenses: string[], purpose: string, askedAt: string, lastDay: string, state: AgreementState, stateLabel: string, reason: string | null, answeredAt: string | null, atWindow: boolean, retractable: boolean }
/** How it stands for who asked. */
export interface Standing { id: string, name: string, waits: boolean, state: AgreementState, stateLabel: string, lastDay: string, reason: string | null, answeredAt: string | null, remindedAt: string | null, remindable: boolean }

export const tones: Record<AgreementState, 'blue' | 'good' | 'bad' | 'warn' | 'plain'> = { ASKED: 'blue', AGREED: 'good', REFUSED: 'bad', EXPIRED: 'warn', WITHDRAWN: 'plain', TAKEN_BACK: 'warn' }

export const agreements = (signal?: AbortSignal) => get<Agreement[]>('/api/agreements', { signal })
export const agreement = (id: string, signal?: AbortSignal) => get<Agreement>(`/api/agreements/${id}`, { signal })
export const answer = (id: string, agrees: boolean, reason?: string) => post<Agreement>(`/api/agreements/${id}/answer`, { agrees, reason })
export const retract = (id: string, reason: string) => post<Agreement>(`/api/agreements/${id}/withdrawal`, { reason })
export const remind = (id: string) => post<void>(`/api/agreements/${id}/reminder`)

/** At the window: by both numbers, so that who has not both finds nothing. */
export const lookUp = (applicationNo: string, idNo: string) => post<Agreement>('/api/window-agreements/look-up', { applicationNo, idNo })
export const writeDown = (id: string, said: { idNo: string, agrees: boolean, reason: string, signed: boolean }, paper: File[]) =>
  upload<Agreement>(`/api/window-agreements/${id}/answer`, paper, { ...said, agrees: String(said.agrees), signed: String(said.signed) }, () => undefined)
