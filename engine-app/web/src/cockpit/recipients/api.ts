import { get, put } from '@/http'
import type { Light } from '../api'

export type Post = 'APPROVER' | 'HEAD' | 'SUPERVISOR'
export const POSTS: Post[] = ['APPROVER', 'HEAD', 'SUPERVISOR']
export interface Told { username: string | null, post: Post | null, label: string, detail: string }
export interface Cell {
  level: Light, version: number, changedAt: string | null, changedBy: string | null, own: Told[], told: Told[]
  from: { region: string, regionName: string, department: string, departmentName: string } | null
}
export interface Row { department: string, departmentName: string, cells: Cell[] }
export interface Recipients { region: string, regionName: string, mayChange: boolean, rows: Row[] }
export interface Change { id: number, at: string, name: string, departmentName: string, level: Light, was: string, becomes: string }
export interface Region { code: string, name: string, level: string, parent: string }
export type Entry = { username: string } | { post: Post }

type Fetch = AbortSignal | undefined
const path = '/api/supervision/recipients'
const asked = (of: Record<string, string>) => new URLSearchParams(of)

export const fetchRecipients = (region: string, signal?: Fetch) => get<Recipients>(`${path}?${asked({ region })}`, { signal })
export const fetchStaff = (region: string, department: string, signal?: Fetch) => get<Told[]>(`${path}/staff?${asked({ region, department })}`, { signal })
export const fetchChanges = (region: string, signal?: Fetch) => get<Change[]>(`${path}/changes?${asked({ region })}`, { signal })
export const saveRecipients = (region: string, department: string, cell: Cell, recipients: Entry[]) =>
  put<Cell>(path, { region, department, level: cell.level, version: cell.version, recipients })

/** The divisions of one's own region, each before those in it: 街道 and villages have no supervisors of their own. */
export async function fetchRegions(own: string, signal?: Fetch) {
  const prefix = own.replace(/(0000|00)$/, '')
  return (await get<Region[]>('/api/regions', { signal })).filter(one => one.code.startsWith(prefix) && ['PROVINCE', 'CITY', 'COUNTY'].includes(one.level))
}
