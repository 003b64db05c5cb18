import { reactive } from 'vue'
import { del, get, post, Problem, whenSignedOut } from './http'

export type Role = 'CITIZEN' | 'CLERK' | 'APPROVER' | 'HEAD' | 'AGENT' | 'LINE_OFFICE' | 'SUPERVISOR' | 'ANALYST' | 'OPERATOR' | 'AUDITOR'
export interface Person { username: string, name: string, roles: Role[], department: string | null, region: string | null }

/** Who is signed in, and whether the overlay that asks for it stands open. */
export const session = reactive<{ person: Person | null, asking: boolean }>({ person: null, asking: false })

let known: Promise<void> | undefined
let waiting: Array<{ back: () => void, given: (reason: Problem) => void }> = []

/** Ask the server once who this browser is. */
export const sessionKnown = () => (known ??= refresh())

export async function signIn(username: string, password: string) {
  session.person = await post<Person>('/api/session', { username, password })
  await refresh()
  session.asking = false
  waiting.splice(0).forEach(({ back }) => back())
}

export async function signOut() {
  await del('/api/session')
  forgetSession()
}

/** Know nothing about who is signed in; the next question goes to the server. */
export function forgetSession() {
  session.person = null
  session.asking = false
  known = undefined
}

/** The overlay was closed without signing in: what was being sent stays unsent, the input stays. */
export function declineSignIn() {
  session.asking = false
  waiting.splice(0).forEach(({ given }) => given(new Problem(401, 'signed-out', '', '', '')))
}

export const mayEnter = (roles: Role[]) => roles.some(role => session.person?.roles.includes(role))

async function refresh() {
  try {
    session.person = await get<Person>('/api/session')
  } catch (problem) {
    session.person = null
    if (!(problem instanceof Problem) || problem.status !== 401) known = undefined
  }
}

whenSignedOut(() => new Promise<void>((back, given) => {
  session.asking = true
  waiting.push({ back, given })
}))
