import { get, post } from '@/http'

export type Kind = 'bpmn' | 'dmn' | 'form' | 'yaml' | 'csv' | 'other'
export interface BundleRow { key: string, name: string, edition: number, publishedAt: string, publishedBy: string, files: number }
export interface EditionRow { edition: number, publishedAt: string, publishedBy: string, note: string }
export interface ModelFile { name: string, kind: Kind, text: string }
export interface OpenedBundle { key: string, name: string, edition: number, editions: EditionRow[], files: ModelFile[] }
export interface Finding { file: string, element: string | null, severity: 'error' | 'warning', message: string }
export interface DraftFile { name: string, text: string }
export interface ElementTemplate { id: string, name: string, description?: string, appliesTo: string[], elementType?: { value: string } }

export const fetchBundles = (signal?: AbortSignal) => get<BundleRow[]>('/api/studio/bundles', { signal })
export const fetchBundle = (key: string, signal?: AbortSignal) => get<OpenedBundle>(`/api/studio/bundles/${encodeURIComponent(key)}`, { signal })
export const fetchTemplates = () => get<ElementTemplate[]>('/api/studio/element-templates')
export const checkDraft = (key: string, files: DraftFile[]) => post<Finding[]>(`/api/studio/bundles/${encodeURIComponent(key)}/check`, { files })
export const publishDraft = (key: string, files: DraftFile[], note: string, basedOn: number) =>
  post<{ edition: number }>(`/api/studio/bundles/${encodeURIComponent(key)}/editions`, { files, note, basedOn })

const KINDS: Kind[] = ['bpmn', 'dmn', 'form', 'yaml', 'csv']
export const kindOf = (name: string): Kind => KINDS.find(kind => name.endsWith(`.${kind}`)) ?? 'other'
