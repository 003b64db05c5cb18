import { del, get, post, put } from '@/http'
import type { Filter } from '../api'
import type { Column } from './useFilter'

/** A filter with its order and columns under a name, one's own or shared with the department. */
export interface NewView { name: string, query: Filter, columns: Column[], shared: boolean }
export interface SavedView extends NewView { id: number, mine: boolean, ownerName: string }

export const savedViews = (signal?: AbortSignal) => get<SavedView[]>('/api/tasks/views', { signal })
export const saveView = (view: NewView) => post<SavedView>('/api/tasks/views', view)
export const changeView = (id: number, view: NewView) => put<SavedView>(`/api/tasks/views/${id}`, view)
export const deleteView = (id: number) => del<void>(`/api/tasks/views/${id}`)
