import { useRouter } from 'vue-router'
import { mayEnter } from '@/session'
import { useKeys } from '@/ui/useKeys'
import { doors } from './navigation'

const ways = [['g t', '/tasks'], ['g c', '/cockpit']] as const

/** The doors that "g" and a letter open, for whoever may pass them. */
export const doorKeys = () => ways.filter(([, to]) => doors.some(door => door.to === to && mayEnter(door.roles ?? [])))

/** Go to the tasklist (g t) or the cockpit (g c) without the mouse. */
export function useDoorKeys() {
  const router = useRouter()
  useKeys(Object.fromEntries(doorKeys().map(([keys, to]) => [keys, () => void router.push(to)])))
}
