import { get, post } from '@/http'
import { bundle, type Answers, type Bundle, type FormPage, type Present, type Receipt } from '@/portal/api'
import type { Subject } from '../SubjectPick.vue'

/** A form with everything that any of its items asks for. */
export interface Prepared { bundle: string, name: string, region: string, pages: FormPage[], materials: { key: string, name: string, items: string[] }[], days: number, preparedAt: string }
/** What is kept of it on this computer. */
export interface KeptForm extends Prepared { whole: Bundle, regionName: string }
export interface Clerk { username: string, name: string, region: string }
export interface KeptFile { key: string, material: string, name: string, type: string, size: number }
export type IntakeState = 'WRITING' | 'WAITING' | 'REFUSED' | 'DONE'
export interface Intake {
  id: string, provisionalNo: string, form: string, name: string, region: string, person: Present & { verified: boolean }, answers: Answers, items: string[], licenses: boolean, files: KeptFile[]
  takenAt: string, state: IntakeState, refused?: { detail: string, errors: { field: string, message: string }[] }, receipt?: { applicationNo: string, fullNo: string | null, paper: string | null }
}

export async function prepare({ bundle: key, item }: Subject, region: string, regionName: string): Promise<KeptForm> {
  const form = await get<Prepared>(`/api/offline-intakes/forms?${new URLSearchParams({ region, ...(key ? { bundle: key } : { item: item! }) })}`)
  return { ...form, whole: await bundle(form.bundle), regionName }
}

export const sealingKey = () => post<{ key: string }>('/api/offline-intakes/key')

/** Hands an intake over; sent again it is answered with the same receipt. */
export function takeOver(intake: Intake, files: File[], onProgress: (share: number) => void): Promise<Receipt> {
  const { verified, seen, ...applicant } = intake.person
  const said = { bundle: intake.form, region: intake.region, applicant, verified, seen: seen ?? 'EYES', answers: intake.answers, items: intake.items, licenses: intake.licenses, materials: intake.files.map(file => file.material), takenAt: intake.takenAt, provisionalNo: intake.provisionalNo }
  const form = new FormData()
  form.append('intake', new Blob([JSON.stringify(said)], { type: 'application/json' }))
  files.forEach(file => form.append('files', file, file.name))
  return post<Receipt>('/api/offline-intakes', form, { headers: { 'Idempotency-Key': intake.id }, onProgress })
}
