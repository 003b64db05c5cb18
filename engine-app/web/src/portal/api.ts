import type { ActingFor } from '@/agency/api'
import { del, get, post, put, upload } from '@/http'
import type { Said } from '@/ui/TalkList.vue'
import type { Light } from '@/ui/LightBadge.vue'
import type { LinkLimit } from '@/ui/why/api'
import type { Standing } from './agreements/api'
import type { PaymentOrder } from './payments/api'

export type Value = string | number | boolean | null | string[]
export type Answers = Record<string, Value>
export interface Option { value: string | number | boolean, label: string }

export interface BundleRow { key: string, name: string, lifeStage: string, audience: 'PERSON' | 'ENTERPRISE', leadDepartment: string, itemCount: number, promisedDays: number, region: string | null, edition: number }
export interface Item { code: string, variable: string, name: string, department: string, departmentName: string, optional: boolean, promisedDays: number | null, unit: string | null, mode: 'NATIVE' | 'PUSH' | 'CHECK', resultLicense: string | null, requires?: string[] }
export interface Bundle { key: string, name: string, lifeStage: string, audience: 'PERSON' | 'ENTERPRISE', leadDepartment: string, coDepartments: string[], items: Item[], situationForm: FormSchema | null, edition: number, promisedDays: number }
export interface FormSchema { components: SchemaComponent[] }
export interface SchemaComponent { type: string, key?: string, label?: string, description?: string, text?: string, subtype?: string, values?: Option[], validate?: { required?: boolean, min?: number, max?: number }, components?: SchemaComponent[] }

export interface GuideItem { variable: string, code: string, name: string, departmentName: string, applies: boolean, mandatory: boolean, reason: string, handling?: string | null, promisedDays: number | null, visits?: number, fee?: boolean }
export interface GuideMaterial { key: string, name: string, required: boolean, items: string[], licenseTypes: string[], reason: string, status: 'NEEDED' | 'EXEMPTIBLE', deferrable?: boolean }
export interface Guide { items: GuideItem[], materials: GuideMaterial[] }

export interface DocumentRow { materialKey: string, documentId: string, name: string, size: number, type: string }
export interface Draft { id: string, bundle: string, bundleName: string, region: string, answers: Answers, items: string[], documents: DocumentRow[], savedAt: string, revision: number, applicant?: Present | null, actingFor?: { name: string, kind: string, until: string | null } | null }
/** The person at a clerk's window. */
export interface Present { name: string, idNo: string, phone: string, seen?: Seen | null }
/** How the clerk made sure: the card was read, or compared by eye. */
export type Seen = 'CARD' | 'EYES'
export interface Field { key: string, label: string, type: 'text' | 'date' | 'select' | 'radio' | 'number' | 'textarea' | 'checkbox', required: boolean, options?: Option[], help?: string | null, value?: Value, origin: { label: string, date: string | null } | null, items?: string[], personal?: boolean }
export interface FormPage { key: string, title: string, fields: Field[] }
export interface LicenseCard { type?: string, typeName: string, identifier: string, holder?: string | null, validTo: string | null }
/** Without an id where a helper may not open it. */
export interface Upload { id: string | null, name: string, size: number, type: string }
export interface FormMaterial { key: string, name: string, required: boolean, items: string[], status: 'EXEMPTED' | 'NEEDED' | 'UPLOADED', license: LicenseCard | null, document: Upload | null, accept: string, reason: string | null }
export interface ComposedForm { pages: FormPage[], materials: FormMaterial[], counts: { asked: number, merged: number, prefilled: number } }

export type Channel = 'ONLINE' | 'WINDOW'
export interface Receipt { applicationNo: string, fullNo?: string | null, receivedAt: string, bundleName: string, channel?: Channel | null, window?: string | null, applicantName?: string | null, organisation?: string | null, agent?: string | null, paper?: string | null, cases: { caseNo: string, fullNo?: string | null, itemName: string, departmentName: string, promisedDays: number | null }[] }
export type ApplicationState = 'IN_PROGRESS' | 'CLOSED' | 'PARTLY_CLOSED' | 'WITHDRAWN'
export interface ApplicationRow { applicationNo: string, bundleName: string, state: ApplicationState, stateLabel: string, submittedAt: string, open: number, total: number, channel?: Channel, applicantName?: string | null, organisation?: string | null, agent?: string | null, todo: string | null }
export interface CaseRow { caseNo: string, fullNo?: string, itemName: string, state: string, stateLabel: string, light: Light | null, dueAt: string | null, holder: string | null, next: string | null, link?: LinkLimit | null, resultLabel: string | null, license: { identifier: string, typeName: string } | null, reason: string | null, withdrawable?: boolean, urgeable?: boolean, urgedAt?: string | null, publicNotice?: string | null }
export interface Lane { department: string, departmentName: string, cases: CaseRow[] }
export interface Happening { at: string, who: string | null, what: string, detail: string | null, caseNo: string | null }
export interface Supplement { itemName: string | null, taskId: string, dueAt: string | null, note: string | null, items: { materialKey: string, name: string, reason: string | null }[] }
export interface ApplicationMaterial { key: string, name: string, status: string, accept?: string, problem?: string | null, document: Upload | null, license: LicenseCard | null }
/** When the whole is promised to be done, and the chain of items that decides it. */
export interface WholeLimit { dueAt: string | null, days: number, items: string[], text: string }
export interface Application { limit?: WholeLimit | null, applicationNo: string, fullNo?: string, channel?: Channel, window?: string | null, applicantName?: string | null, agent?: string | null, bundleName: string, state: ApplicationState, stateLabel: string, submittedAt: string, stage: { label: string, holder: string | null, next: string | null } | null, lanes: Lane[], timeline: Happening[], supplements: Supplement[], agreements?: Standing[], deferred: Deferred[], payments: PaymentOrder[], materials: ApplicationMaterial[], papers: Paper[], withdrawable: boolean }
/** A material promised in writing for after acceptance. */
export interface Deferred { caseNo: string, materialKey: string, materialName: string, dueAt: string | null }
export interface Paper { no: string, title: string, subject: string, caseNo: string | null, issuedAt: string }
export interface Verification { genuine: boolean, no: string, title: string | null, issuer: string | null, addressee: string | null, subject: string | null, issuedAt: string | null }
export interface Message { id: string, at: string, title: string, text: string, applicationNo: string | null, caseNo: string | null, read: boolean, link?: string | null }
export interface License { identifier: string, typeName: string, holderName: string, issuer: string, issuedAt: string, validTo: string | null, fields: { label: string, value: string }[] }

type Progress = (share: number) => void

export const bundles = (signal?: AbortSignal) => get<BundleRow[]>('/api/bundles', { signal })
export const bundle = (key: string, signal?: AbortSignal) => get<Bundle>(`/api/bundles/${key}`, { signal })
export const guide = (key: string, answers: Answers, region: string) => post<Guide>(`/api/bundles/${key}/guide`, { answers, region })

export const drafts = (signal?: AbortSignal) => get<Draft[]>('/api/drafts', { signal })
const HELPED = 'help-'
/** Somebody else's draft that an officer helps with carries that in its address. */
export const isHelped = (id: string) => id.startsWith(HELPED)
export const helpedId = (id: string) => id.slice(HELPED.length)
const place = (id: string) => (isHelped(id) ? `/api/helped-drafts/${helpedId(id)}` : `/api/drafts/${id}`)
const at = (id: string) => (found: Draft): Draft => ({ ...found, id })
export const draft = (id: string) => get<Draft>(place(id)).then(at(id))
export const startDraft = (bundle: string, region: string, actingFor: ActingFor | null) => post<Draft>('/api/drafts', { bundle, region, actingFor })
export interface Beginning { bundle?: string, item?: string, region: string, applicant?: Present, verified?: boolean, seen?: Seen, actingFor?: ActingFor | null, ticket?: string }
export const begin = (beginning: Beginning) => post<Draft>('/api/drafts', beginning)

export interface ItemRow { code: string, name: string, departmentName: string, itemType: string, audience: string[], promised: number, unit: string, status: string, statusReason: string | null }
export interface FoundItems { total: number, page: number, pages: number, items: ItemRow[] }
export interface ItemLine { key: string, title: string, group: string, value: unknown, words: string, rows: Record<string, string>[] | null, origin: { name: string } | null }
export interface ItemPage { code: string, name: string, edition: number, region: string, regionName: string, departmentName: string, closed: string | null, elements: ItemLine[] }
export interface ItemQuery { q: string, department: string, type: string, region: string, page: number }
export interface Directory { regions: { code: string, name: string, level: string }[], departments: { code: string, name: string }[] }
export const items = ({ q, department, type, region, page }: ItemQuery, signal?: AbortSignal) =>
  get<FoundItems>(`/api/items?${new URLSearchParams({ q, department, type, region, page: String(page) })}`, { signal })
export const item = (code: string, region: string, signal?: AbortSignal) => get<ItemPage>(`/api/items/${code}?${new URLSearchParams({ region })}`, { signal })
export const directory = (signal?: AbortSignal) => get<Directory>('/api/directory', { signal })
export const saveDraft = ({ id, answers, items, revision }: Draft) => put<Draft>(place(id), { answers, items, revision }).then(at(id))
export const discardDraft = (id: string) => del<void>(`/api/drafts/${id}`)
export const composedForm = (id: string) => get<ComposedForm>(`${place(id)}/form`)
/** Several photographs become the pages of one PDF. */
export const addDocument = (draft: string, materialKey: string, file: File | File[], progress: Progress, signal: AbortSignal) =>
  upload<Upload>(`${place(draft)}/documents`, file, { materialKey }, progress, signal)
export const removeDocument = (draft: string, document: string) => del<void>(`${place(draft)}/documents/${document}`)
/** One thing that was read in a paper; `answer` is the form's field that says the same, `words` what its codes are called. */
export interface ReadField { key: string, label: string, value: string | null, confidence: number, answer: string | null, words: Record<string, string> | null, stated: string | null }
export interface PaperReading { state: 'NOTHING' | 'READING' | 'READ' | 'UNREADABLE', problem: string | null, fields: ReadField[] }
const readingOf = (draft: string, document: string) => `${place(draft)}/documents/${document}/reading`
export const reading = (draft: string, document: string, signal?: AbortSignal) => get<PaperReading>(readingOf(draft, document), { signal })
/** What stands in the paper where it was read wrongly; all of it at once. */
export const stateReading = (draft: string, document: string, fields: Record<string, string>) => put<PaperReading>(readingOf(draft, document), { fields })
/** A paper handed in before that can serve again. */
export interface Earlier { id: string, name: string, size: number, type: string, of: string, at: string }
export const earlierPapers = (draft: string, material: string) => get<Earlier[]>(`${place(draft)}/materials/${material}/earlier`)
export const handInAgain = (draft: string, material: string, documentId: string) => post<Upload>(`${place(draft)}/materials/${material}/earlier`, { documentId })
export interface Offer { key: string, name: string, text: string }
export interface Promises { deferred: Offer[], commitments: Offer[] }
export const promises = (draft: string) => get<Promises>(`/api/drafts/${draft}/promises`)
export const submit = (draft: string, consents: string[], key: string, promised: { deferred: string[], commitments: string[] }) =>
  post<Receipt>(`/api/drafts/${draft}/submission`, { consents, confirmed: true, ...promised }, { headers: { 'Idempotency-Key': key } })

export const applications = (signal?: AbortSignal) => get<ApplicationRow[]>('/api/applications', { signal })
export const application = (no: string, signal?: AbortSignal) => get<Application>(`/api/applications/${no}`, { signal })
export const addSupplementDocument = (no: string, materialKey: string, file: File, progress: Progress, signal: AbortSignal) =>
  upload<Upload>(`/api/applications/${no}/documents`, file, { materialKey }, progress, signal)
export const answerSupplement = (no: string, taskId: string, note: string) => post<void>(`/api/applications/${no}/supplement`, { taskId, note })
export const withdraw = (no: string, caseNo?: string) => post<void>(`/api/applications/${no}/withdrawal`, { caseNo })
/** 催办 */
export const urge = (no: string, caseNo: string, words: string) => post<void>(`/api/applications/${no}/urging`, { caseNo, words })
export const verify = (no: string, code: string) => get<Verification>(`/api/papers/${encodeURIComponent(no)}/verification?${new URLSearchParams({ code })}`)

export const messages = (signal?: AbortSignal) => get<Message[]>('/api/messages', { signal })
export const markRead = (id: string) => post<void>(`/api/messages/${id}/read`)
/** What one office looked at on one day, without the officer's name. */
export interface Look { at: string, who: string, what: string, thing: string, why: string, applicationNo: string, applicationName: string, caseNo: string, caseName: string, times: number }
export interface LicenseUse { at: string, typeName: string, purpose: string, found: boolean }
export interface Looks { looks: Look[], next: number | null, licenseUses: LicenseUse[] }
export const looks = (before?: number, signal?: AbortSignal) => get<Looks>(`/api/looks${before === undefined ? '' : `?before=${before}`}`, { signal })
export const licenses = (signal?: AbortSignal) => get<License[]>('/api/licenses', { signal })

/** Which items build on which, by variable. */
export const requirementsOf = ({ items }: Bundle) => Object.fromEntries(items.map(item => [item.variable, item.requires ?? []]))

/** Where a stored file can be looked at. */
export const documentUrl = (id: string) => `/api/documents/${id}/content`
/** A consent to the use of a license; `effect` is what taking it back does. */
export interface Consent { id: string, typeName: string, ownLicense: boolean, applicationNo: string, applicationName: string, applicant: string, purpose: string, grantedAt: string, validUntil: string, withdrawnAt: string | null, state: 'GOOD' | 'EXPIRED' | 'WITHDRAWN', effect: { kind: 'PAPERS' | 'KEPT' | 'SETTLED', sentence: string, papers: string[] }, uses: { at: string, who: string, caseName: string, purpose: string, found: boolean }[] }
export const consents = (signal?: AbortSignal) => get<Consent[]>('/api/consents', { signal })
export const withdrawConsent = (id: string) => post<Consent>(`/api/consents/${id}/withdrawal`)

/** 留言: what was written to whoever handles the application, and their answers. */
export const talk = (no: string, signal?: AbortSignal) => get<Said[]>(`/api/applications/${no}/talk`, { signal })
export const writeTalk = (no: string, caseNo: string | null, text: string) => post<Said[]>(`/api/applications/${no}/talk`, { caseNo, text })
