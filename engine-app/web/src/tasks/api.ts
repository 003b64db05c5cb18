import { get, post } from '@/http'
import type { Light } from '@/ui/LightBadge.vue'
import type { Said } from '@/ui/TalkList.vue'
import type { LinkLimit } from '@/ui/why/api'

export interface TaskRow { id: string, key: string, name: string, applicationNo: string | null, caseNo: string | null, subjectNo: string | null, bundleName: string, itemName: string, applicantName: string, departmentName: string, light: Light, dueAt: string | null, remainingDays: number | null, createdAt: string, urgedAt?: string | null, assignee: string | null, assigneeName: string | null, unread: boolean, waitsFor: string | null, askedOfMe: boolean }
export interface TaskList { items: TaskRow[], total: number }
export type Box = [left: number, top: number, width: number, height: number]
export interface ReadField { key: string, label: string, value: string, confidence: number, page: number, box: Box | null }
export interface PageImage { number: number, width: number, height: number, imageUrl: string }
export type Verdict = 'MATCH' | 'MISMATCH' | 'UNREADABLE' | 'MISSING'
export interface Comparison { field: string, label: string, read: string | null, expected: string | null, source: string | null, confidence: number, verdict: Verdict, note?: string | null }
export interface LicenseCard { identifier: string, typeName: string, issuer?: string | null, issuedOn?: string | null, validTo: string | null, fields: { label: string, value: string }[] }
export interface Material { key: string, name: string, status: string, problem?: string | null, document: { id: string, name: string, type: string } | null, license: LicenseCard | null, reading: { pages: PageImage[], fields: ReadField[], stated?: Record<string, string> } | null, comparison: Comparison[] }
export interface Answer { key: string, label: string, value: unknown, origin: string | null }
export interface Check { decision: string, decisionName?: string | null, rule: string, annotation: string | null, inputs?: Record<string, unknown> | null, outputs: Record<string, unknown>, at: string }
export interface Happening { at: string, who: string | null, what: string, detail: string | null }
export interface ClockEntry { kind: string, at: string, days: number | null, reason: string | null, legalBasis: string | null }
export interface Clock { startedAt: string | null, light: Light, usedDays: number, remainingDays: number, promisedDueAt: string | null, statutoryDueAt: string | null, blueAt: string | null, provisional: boolean, stopped: boolean, skipped: string[] | null, entries: ClockEntry[] | null }
export interface Sibling { caseNo: string, itemName: string, stateLabel: string, light: Light | null }
/** What is known of a subject that is neither case nor application. */
export interface Fact { label: string, value: string, hidden?: string | null, document?: string | null }
export interface Task extends TaskRow { form: object, documentation: string | null, answers: Answer[], materials: Material[], checks: Check[], timeline: Happening[], clock: Clock | null, linkLimit?: LinkLimit | null, siblings: Sibling[], facts: Fact[], link: string | null, distribution?: Distribution | null, issued?: { no: string, title: string, issuedAt: string }[], mandatePapers?: string[], endable?: boolean, counsel: Ask[], kept: Kept | null, verbs: VerbState[], steps: Step[], returned?: Returned | null, copies?: Copy[], notes?: Note[], ended?: Ended | null, talk?: Said[] }
/** The holder's own answer: it waits to be countersigned, or came back because somebody disagreed. */
export interface Kept { answers: Record<string, unknown>, waits: boolean }
/** Who is to know of the task, and whether they have opened it since. */
export interface Copy { username: string, name: string, byName: string, words: string, at: string, seen: boolean }
/** What somebody of the department wrote down about the case. */
export interface Note { id: number, name: string, stepName: string, at: string, text: string }
/** How the task ended; nobody's name where the process went on by itself. */
export interface Ended { at: string, byName: string | null, outcome: string, reason: string, answers: Record<string, unknown> }
/** How an opinion is asked for: instead of one's own work, before it, together, after it. */
export type AskKind = 'DELEGATE' | 'BEFORE' | 'JOINT' | 'AFTER'
export interface Ask { id: number, kind: AskKind, askedBy: string, askedByName: string, askedOf: string, askedOfName: string, question: string, askedAt: string, answeredAt: string | null, agrees: boolean | null, opinion: string | null, withdrawnAt: string | null }
export type Verb = 'claim' | 'unclaim' | 'transfer' | 'delegate' | 'countersignBefore' | 'countersignAfter' | 'joint' | 'withdrawAsk' | 'copy' | 'stepBack' | 'returnToApplicant' | 'supplement' | 'specialProcedure' | 'extension' | 'decide'
/** What may be done with a task now: why not, and what it does to the clock. A task that has ended knows none. */
export interface VerbState { verb: Verb, allowed: boolean, why: string | null, effect: string }
/** An earlier step that the task may go back to, and the steps that lie between. */
export interface Step { key: string, name: string, endedAt: string, byName: string | null, allowed: boolean, why: string | null, between?: string[] }
/** Who sent the task back to here and why, and whether it goes straight back to them. */
export interface Returned { stepName: string, officerName: string, reason: string, straight: boolean, at: string }
/** Which unit has the case and why. */
export interface Distribution { unit: string, officerName: string | null, reason: string, facts?: string[], mode: 'BY_RULE' | 'BY_HAND', who: string, at: string }

export const VIEWS = ['all', 'mine', 'group', 'today', 'paused', 'asking', 'asked', 'copied', 'done'] as const
export type View = (typeof VIEWS)[number]
export const SORTS = ['due', 'created', 'item', 'step'] as const
export type Sort = (typeof SORTS)[number]
export const LIGHTS = ['RED', 'YELLOW', 'BLUE', 'NONE'] as const satisfies Light[]
export interface Filter { view: View, light: Light | '', q: string, sort: Sort }
export const PAGE_SIZE = 100
/** The server counts no further; a total of this many means "or more". */
export const COUNTED_TO = 10_000

export const tasks = (filter: Filter, page: number, signal?: AbortSignal) =>
  get<TaskList>(`/api/tasks?${new URLSearchParams({ ...filter, page: String(page), size: String(PAGE_SIZE) })}`, { signal })
export const task = (id: string, signal?: AbortSignal) => get<Task>(`/api/tasks/${id}`, { signal })
export const claim = (id: string) => post<void>(`/api/tasks/${id}/claim`)
export const unclaim = (id: string) => post<void>(`/api/tasks/${id}/unclaim`)
/** Answers with whom it still waits for where somebody countersigns after it. */
export const complete = (id: string, answers: Record<string, unknown>) => post<{ waitsFor: string } | undefined>(`/api/tasks/${id}/completion`, answers)
/** What a fact hides, told to whoever holds the task; the reason is kept. */
export const reveal = (id: string, fact: string, reason: string) => post<{ value: string }>(`/api/tasks/${id}/reveal`, { fact, reason })
export type EndingKind = 'return' | 'void' | 'delete' | 'transfer'
export const endCase = (id: string, kind: EndingKind, reason: string, to: string) => post<void>(`/api/tasks/${id}/ending`, { kind, reason, to })
export const documentUrl = (id: string) => `/api/documents/${id}/content`
