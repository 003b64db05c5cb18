import { reactive } from 'vue'
import { del, get, post, Problem, whenSignedOut, whenStepUp } from './http'

export type Role = 'CITIZEN' | 'CLERK' | 'APPROVER' | 'HEAD' | 'AGENT' | 'LINE_OFFICE' | 'SUPERVISOR' | 'ANALYST' | 'OPERATOR' | 'SYSTEM_ADMIN' | 'SECURITY_ADMIN' | 'AUDITOR'
export interface Person {
  username: string, name: string, roles: Role[], department: string | null, region: string | null
  /** 实名等级, 1 to 5. */
  level: number
  /** What has to be done before anything else: an own password, a second factor. */
  next: 'password' | 'second-factor' | null
}

/** Who is signed in, whether the overlay that asks for it stands open, and for what they have to be better known. */
export const session = reactive<{ person: Person | null, asking: boolean, below: Problem | null }>({ person: null, asking: false, below: null })

let known: Promise<void> | undefined
let waiting: Array<{ back: () => void, given: (reason: Problem) => void }> = []

/** Ask the server once who this browser is. */
export const sessionKnown = () => (known ??= refresh())

/** The code of the authenticator goes along once the server has asked for it. */
export async function signIn(username: string, password: string, code?: string) {
  await begin(await post<Person>('/api/session', { username, password, ...(code && { code }) }))
}

/** Signs in with a key on this device. */
export async function signInByPasskey() {
  const { proof } = await import('./account/passkey')
  await begin(await post<Person>('/api/session/passkey', await proof()))
}

async function begin(person: Person) {
  session.person = person
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

/** Ask anew who this is, after something about it has changed. */
export const sessionAgain = () => (known = refresh())

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

let refused: Array<{ back: () => void, given: (reason: Problem) => void }> = []

/** They are better known now: what was refused is sent again. */
export async function steppedUp() {
  await sessionAgain()
  session.below = null
  refused.splice(0).forEach(({ back }) => back())
}

/** Not now: what was refused stays refused, the input stays. */
export function declineStepUp() {
  const problem = session.below as Problem
  session.below = null
  refused.splice(0).forEach(({ given }) => given(problem))
}

whenStepUp(problem => new Promise<void>((back, given) => {
  session.below = problem
  refused.push({ back, given })
}))
