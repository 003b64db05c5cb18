import { Problem, type Answer, type Call, useTransport } from '@/http'

/** One address of the pretended server: what it answers to a method and a path with `:names`. */
export interface Route { method: string, path: string, answer: (asked: Asked) => unknown }
export interface Asked { params: Record<string, string>, query: URLSearchParams, body: never, form?: FormData }

/** Thrown by a route to answer with problem+json. */
export class Refused extends Error {
  constructor(readonly status: number, readonly code: string, readonly detail: string, readonly extras: object = {}) {
    super(detail)
  }
}

export const route = (spec: string, answer: Route['answer']): Route => {
  const [method, path] = spec.split(' ')
  return { method, path, answer }
}

/** Put these routes in the place of the network. Earlier ones win. */
export function serve(routes: Route[], delay = 0) {
  useTransport(async call => {
    if (delay) await new Promise(resolve => setTimeout(resolve, delay))
    if (call.onProgress) await pretendProgress(call, delay)
    return answered(routes, call)
  })
}

async function answered(routes: Route[], { method, url, body }: Call): Promise<Answer> {
  if (!navigator.onLine) throw new Problem(0, 'offline', '', '', '')
  const { pathname, searchParams } = new URL(url, 'http://mock')
  for (const candidate of routes) {
    const params = candidate.method === method ? match(candidate.path, pathname) : undefined
    if (!params) continue
    const form = body instanceof FormData ? body : undefined
    try {
      const said = await candidate.answer({ params, query: searchParams, form, body: (form || !body ? undefined : JSON.parse(String(body))) as never })
      return { status: said === undefined ? 204 : 200, body: said === undefined ? undefined : structuredClone(said), reference: '' }
    } catch (failure) {
      if (failure instanceof Problem) throw failure
      if (!(failure instanceof Refused)) throw failure
      const { status, code, detail, extras } = failure
      return { status, body: { status, code, detail, reference: 'mock-0001', ...extras }, reference: '' }
    }
  }
  return { status: 404, body: { status: 404, code: 'mock-missing', detail: `${method} ${pathname}` }, reference: '' }
}

function match(path: string, pathname: string) {
  const wanted = path.split('/')
  const given = pathname.split('/')
  if (wanted.length !== given.length) return undefined
  const params: Record<string, string> = {}
  const fits = wanted.every((part, at) => {
    if (!part.startsWith(':')) return part === given[at]
    params[part.slice(1)] = decodeURIComponent(given[at])
    return true
  })
  return fits ? params : undefined
}

async function pretendProgress(call: Call, delay: number) {
  for (const share of [0.2, 0.55, 0.9, 1]) {
    call.onProgress?.(share)
    await new Promise(resolve => setTimeout(resolve, delay))
  }
}
