import { reactive } from 'vue'
import { del, get, post, Problem, put, whenSignedOut, whenStepUp } from './http'

export type Role = 'CITIZEN' | 'CLERK' | 'APPROVER' | 'HEAD' | 'AGENT' | 'LINE_OFFICE' | 'SUPERVISOR' | 'ANALYST' | 'OPERATOR' | 'SYSTEM_ADMIN' | 'SECURITY_ADMIN' | 'AUDITOR'
/** What an officer is, where and until when; they act in one at a time. */
export interface Post {
  id: number, title: string, roles: Role[], department: string | null, departmentName: string | null, region: string, regionName: string
  from: string, until: string | null
}
export interface Person {
  username: string, name: string, roles: Role[], department: string | null, region: string | null
  /** 实名等级, 1 to 5. */
  level: number
  /** What has to be done before anything else: an own password, a second factor. */
  next: 'password' | 'second-factor' | null
  /** The post they act in, of those they hold. */
  post: number | null, posts: Post[]
}

/** Who is signed in, whether the overlay that asks for it stands open, for what they have to be better known, and how often they have changed posts. */
/** Where somebody who is not signed in is taken to be. */
export const DEFAULT_REGION = '430100'

/** `away`: nobody could be asked who this is, the network is gone. */
export const session = reactive<{ person: Person | null, asking: boolean, below: Problem | null, turn: number, away: boolean }>({ person: null, asking: false, below: null, turn: 0, away: false })

/** Where a window keeps the key to what it took in without the network; signing out deletes it. */
export const KEYS = 'onevisit.keys'

let known: Promise<void> | undefined
let waiting: Array<{ back: () => void, given: (reason: Problem) => void }> = []

/** Ask the server once who this browser is. */
export const sessionKnown = () => (known ??= refresh())

/** The code of the authenticator goes along once the server has asked for it; whose session has ended goes on in the same post. */
export async function signIn(username: string, password: string, code?: string) {
  const before = session.person?.username === username ? session.person.post : null
  await begin(await post<Person>('/api/session', { username, password, ...(code && { code }), ...(before && { post: before }) }))
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

const elsewhere = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('onevisit.post')

/** Goes on in another post; what this browser's other tabs have loaded is the old one's and loaded anew. */
export async function actIn(post: number) {
  session.person = await put<Person>('/api/session/post', { post })
  elsewhere?.postMessage(post)
}
elsewhere?.addEventListener('message', () => void sessionAgain().then(() => session.turn++))

export async function signOut() {
  await del('/api/session')
  globalThis.indexedDB?.deleteDatabase(KEYS)
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
    session.away = false
  } catch (problem) {
    session.person = null
    session.away = problem instanceof Problem && problem.status === 0
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
