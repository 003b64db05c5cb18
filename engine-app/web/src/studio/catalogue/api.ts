import { del, get, post, put, upload } from '@/http'

export type Status = 'IN_FORCE' | 'SUSPENDED' | 'WITHDRAWN'
export type Outcome = 'NEW' | 'CHANGED' | 'UNCHANGED' | 'WRONG'
export type Reach = 'PROVINCE' | 'LOCAL' | 'SHORTER' | 'NARROWER'
export type Value = string | number | boolean | string[] | Record<string, unknown>[]

export interface ItemRow {
  code: string, region: string, edition: number, name: string, departmentName: string, itemType: string, promised: number, unit: string
  status: Status, statusReason: string | null, effectiveFrom: string | null, effectiveTo: string | null
}
export interface Found { total: number, page: number, pages: number, items: ItemRow[] }
export interface Origin { region: string, name: string, level: string }
export interface Line { key: string, title: string, no: number, group: string, reach: Reach, value: Value, words: string, rows: Record<string, string>[], origin: Origin }
export interface Item { code: string, name: string, edition: number, region: string, regionName: string, departmentName: string, closed: string | null, form: string | null, elements: Line[] }
export interface EditionRow { edition: number, status: Status, statusLabel: string, reason: string | null, effectiveFrom: string | null, effectiveTo: string | null, recordedAt: string, serving: boolean }
export interface Change { element: string, title: string, row: string, before: string, after: string }
export interface Impact { uses: { kind: 'BUNDLE' | 'CASES', name: string, count: number, note: string }[], overlays: { region: string, name: string, elements: string[], conflicts: string[] }[] }
export interface ElementKind { key: string, title: string, no: number, group: string, reach: Reach, type: 'TEXT' | 'NUMBER' | 'FLAG' | 'DATE' | 'LIST' | 'ROWS', words: Record<string, string>, widest?: string[], parts: ElementKind[], help: string }
export interface Region { code: string, name: string, level: string, parent: string }
export interface Words { elements: ElementKind[], regions: Region[], itemTypes: Record<string, string>, departments: Record<string, string> }
export interface Own { region: string, regionName: string, edition: number, effectiveFrom: string | null, elements: Record<string, Value> | null, above: Record<string, Value>, origins: Record<string, string> }
export interface Fault { element: string, title: string, row: number, part: string, sentence: string }
export interface Import { id: string, fileName: string, createdAt: string, createdBy: string, state: 'PREVIEW' | 'LOADED' | 'DISCARDED', loaded: number | null, counts: { fresh: number, changed: number, unchanged: number, wrong: number } }
export interface SheetFault { sheet: string, row: number, column: string, sentence: string }
export interface ImportRow { number: number, sheetRow: number, code: string, name: string, outcome: Outcome, basedOn: number | null, faults: SheetFault[] }
export interface ImportRows { total: number, page: number, pages: number, rows: ImportRow[] }
export interface RowPage { row: ImportRow, changes: Change[], impact: Impact | null }

const studio = '/api/studio/catalogue'
const item = (code: string) => `/items/${encodeURIComponent(code)}`

/** The part of an address that says what was searched for. */
export const asked = (query: Record<string, string>) => new URLSearchParams(Object.entries(query).filter(([, value]) => value)).toString()
export const exportUrl = (kind: 'xlsx' | 'json', query: Record<string, string>) => `${studio}/export.${kind}?${asked(query)}`
export const templateUrl = `${studio}/template.xlsx`

export const fetchWords = (signal?: AbortSignal) => get<Words>(`${studio}/words`, { signal })
export const fetchItems = (query: Record<string, string>, signal?: AbortSignal) => get<Found>(`${studio}/items?${asked(query)}`, { signal })
export const fetchItem = (code: string, region: string, edition: string, signal?: AbortSignal) => get<Item>(`/api${item(code)}?${asked({ region, edition })}`, { signal })
export const fetchEditions = (code: string, signal?: AbortSignal) => get<EditionRow[]>(`/api${item(code)}/editions`, { signal })
export const fetchDiff = (code: string, from: number, to: number, signal?: AbortSignal) => get<{ changes: Change[] }>(`/api${item(code)}/diff?from=${from}&to=${to}`, { signal })
export const fetchImpact = (code: string, signal?: AbortSignal) => get<Impact>(`${studio}${item(code)}/impact`, { signal })
export const changeStatus = (code: string, edition: number, status: Status, reason: string) => post(`${studio}${item(code)}/editions/${edition}/status`, { status, reason })
export const fetchOwn = (code: string, region: string, signal?: AbortSignal) => get<Own>(`${studio}${item(code)}/overlays/${region}`, { signal })
export const checkOwn = (code: string, region: string, elements: object) => post<Fault[]>(`${studio}${item(code)}/overlays/${region}/check`, elements)
export const saveOwn = (code: string, region: string, change: { elements: object, basedOn: number, effectiveFrom: string | null, note: string }) => put<{ edition: number }>(`${studio}${item(code)}/overlays/${region}`, change)
export const bring = (file: File, onProgress: (share: number) => void) => upload<Import>(`${studio}/imports`, file, {}, onProgress)
export const fetchImport = (id: string, signal?: AbortSignal) => get<Import>(`${studio}/imports/${id}`, { signal })
export const fetchImportRows = (id: string, outcome: string, page: number, signal?: AbortSignal) => get<ImportRows>(`${studio}/imports/${id}/rows?${asked({ outcome, page: String(page) })}`, { signal })
export const fetchImportRow = (id: string, number: number, signal?: AbortSignal) => get<RowPage>(`${studio}/imports/${id}/rows/${number}`, { signal })
export const loadImport = (id: string, leaveOutWrong: boolean) => post<Import>(`${studio}/imports/${id}/load`, { leaveOutWrong })
export const discardImport = (id: string) => del(`${studio}/imports/${id}`)
