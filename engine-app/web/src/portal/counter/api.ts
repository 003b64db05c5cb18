import { get, post, put, upload } from '@/http'

/** One page of a scan; `turn` in degrees clockwise, without a material it is still loose. */
export interface ScanPage { document: string, page: number, turn: number, materialKey: string | null, removed: boolean }
/** `images`: where the picture of each page is. */
export interface ScanSource { id: string, name: string, size: number, images: string[] }
export interface Scans { sources: ScanSource[], pages: ScanPage[] }

export type Why = 'MISSING' | 'UNANSWERED' | 'UNREADABLE' | 'WRONG' | 'OTHER'
/** One thing that can be told; `handedIn`, whether there is a file or an answer; `wanting`, what the platform itself knows to be missing. */
export interface NoticeRow { subject: string, name: string, of: 'MATERIAL' | 'ANSWER', handedIn: boolean, wanting: boolean, reason: string }
export interface NoticeLine { subject: string, name: string, why: Why, reason: string }
export interface Told { paperNo: string, at: string, lines: NoticeLine[] }
export interface Checklist { rows: NoticeRow[], told: Told[] }

export const scans = (draft: string, signal?: AbortSignal) => get<Scans>(`/api/drafts/${draft}/scans`, { signal })
export const scan = (draft: string, file: File, progress: (share: number) => void, signal: AbortSignal) => upload<Scans>(`/api/drafts/${draft}/scans`, file, {}, progress, signal)
export const arrange = (draft: string, pages: ScanPage[]) => put<Scans>(`/api/drafts/${draft}/scans`, { pages })

export const checklist = (draft: string, signal?: AbortSignal) => get<Checklist>(`/api/drafts/${draft}/notices`, { signal })
export const tell = (draft: string, lines: NoticeLine[], note: string) => post<Told>(`/api/drafts/${draft}/notices`, { lines, note })

/** Opens a paper where the browser can print it. */
export const printPaper = (no: string) => { window.open(`/api/papers/${encodeURIComponent(no)}?shown=true`, '_blank', 'noopener') }
