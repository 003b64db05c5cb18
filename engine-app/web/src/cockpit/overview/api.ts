import { get } from '@/http'

/** A place with what runs there now; `own` is the division itself, without the places in it. */
export interface Place { code: string, name: string, own: boolean, running: number, none: number, blue: number, yellow: number, red: number }
export interface Places { above: { code: string, name: string }[], at: string, places: Place[] }

export const fetchPlaces = (region: string, signal?: AbortSignal) => get<Places>(`/api/cockpit/wall?${new URLSearchParams({ region })}`, { signal })
