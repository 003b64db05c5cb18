/** What went wrong, as the server said it (problem+json) or as the network showed it. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly detail: string,
    readonly reference: string,
    readonly extras: Record<string, unknown> = {},
  ) {
    super(detail || title)
    this.name = 'Problem'
  }

  /** The faults by field of a refused form. */
  get errors(): FieldError[] {
    return Array.isArray(this.extras.errors) ? (this.extras.errors as FieldError[]) : []
  }
}

export interface FieldError { field: string, message: string }
export interface Answer { status: number, body: unknown, reference: string }
export interface Call { method: string, url: string, headers: Record<string, string>, body?: BodyInit, onProgress?: (share: number) => void, signal?: AbortSignal }
export type Transport = (call: Call) => Promise<Answer>
export interface Options { headers?: Record<string, string>, body?: unknown, signal?: AbortSignal, onProgress?: (share: number) => void }

let transport: Transport = call => (call.onProgress ? byXhr(call) : byFetch(call))
let signInAgain: (() => Promise<void>) | undefined
let stepUp: ((problem: Problem) => Promise<void>) | undefined

/** Replace the network, for the mocked mode and for specs. */
export const useTransport = (other: Transport) => { transport = other }

/** Say who brings a lost session back; the interrupted request then goes out again. */
export const whenSignedOut = (handler: () => Promise<void>) => { signInAgain = handler }

/** Say who makes somebody better known where the server asks for it; the refused request then goes out again. */
export const whenStepUp = (handler: (problem: Problem) => Promise<void>) => { stepUp = handler }

export const get = <T>(url: string, options?: Options) => request<T>('GET', url, undefined, options)
export const post = <T>(url: string, body?: unknown, options?: Options) => request<T>('POST', url, body, options)
export const put = <T>(url: string, body?: unknown, options?: Options) => request<T>('PUT', url, body, options)
export const del = <T>(url: string, options?: Options) => request<T>('DELETE', url, options?.body, options)

/** Send one file with its fields, telling the share sent so far (0 to 1). */
export function upload<T>(url: string, file: File | File[], fields: Record<string, string>, onProgress: (share: number) => void, signal?: AbortSignal) {
  const form = new FormData()
  Object.entries(fields).forEach(([name, value]) => form.append(name, value))
  for (const each of [file].flat()) form.append('file', each, each.name)
  return request<T>('POST', url, form, { onProgress, signal })
}

const SESSION = '/api/session'
/** Refused there, somebody is not signed in yet; anywhere else, not any more. */
const signsIn = (url: string) => url === SESSION || url.startsWith(`${SESSION}/passkey`)

async function request<T>(method: string, url: string, body: unknown, options: Options = {}): Promise<T> {
  let answer = await send(method, url, body, options)
  if (answer.status === 401 && !signsIn(url) && signInAgain) {
    await signInAgain()
    answer = await send(method, url, body, options)
  } else if (answer.status === 403 && stepUp && codeOf(answer) === 'step-up-required') {
    await stepUp(problemOf(answer))
    answer = await send(method, url, body, options)
  } else if (answer.status === 403 && method !== 'GET' && isCsrf(answer)) {
    await send('GET', SESSION, undefined, {})
    answer = await send(method, url, body, options)
  }
  if (answer.status >= 200 && answer.status < 300) return answer.body as T
  throw problemOf(answer)
}

async function send(method: string, url: string, body: unknown, options: Options): Promise<Answer> {
  const headers: Record<string, string> = { Accept: 'application/json, application/problem+json', ...options.headers }
  if (method !== 'GET') {
    if (!csrfToken()) await transport({ method: 'GET', url: SESSION, headers: {} })
    headers['X-XSRF-TOKEN'] = csrfToken()
  }
  const multipart = body instanceof FormData
  if (body !== undefined && !multipart) headers['Content-Type'] = 'application/json'
  const content = body === undefined || multipart ? (body as FormData | undefined) : JSON.stringify(body)
  return transport({ method, url, headers, body: content, onProgress: options.onProgress, signal: options.signal })
}

const csrfToken = () => decodeURIComponent(/(?:^|; )XSRF-TOKEN=([^;]*)/.exec(document.cookie)?.[1] ?? '')
/** The server refuses a stale token and a missing right with the same word: a fresh token and one more try tell them apart. */
const isCsrf = (answer: Answer) => ['not-allowed', undefined].includes(codeOf(answer))
const codeOf = (answer: Answer) => (answer.body as { code?: string } | undefined)?.code

async function byFetch({ method, url, headers, body, signal }: Call): Promise<Answer> {
  let response: Response
  try {
    response = await fetch(url, { method, headers, body, signal, credentials: 'same-origin' })
  } catch (failure) {
    if (signal?.aborted) throw failure
    throw offline()
  }
  return { status: response.status, body: parsed(await response.text()), reference: response.headers.get('X-Request-Id') ?? '' }
}

function byXhr({ method, url, headers, body, onProgress, signal }: Call): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest()
    xhr.open(method, url)
    Object.entries(headers).forEach(([name, value]) => xhr.setRequestHeader(name, value))
    xhr.upload.onprogress = event => event.lengthComputable && onProgress?.(event.loaded / event.total)
    xhr.onload = () => resolve({ status: xhr.status, body: parsed(xhr.responseText), reference: xhr.getResponseHeader('X-Request-Id') ?? '' })
    xhr.onerror = () => reject(offline())
    xhr.onabort = () => reject(new DOMException('aborted', 'AbortError'))
    signal?.addEventListener('abort', () => xhr.abort())
    xhr.send(body as XMLHttpRequestBodyInit)
  })
}

function parsed(text: string): unknown {
  if (!text) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

const offline = () => new Problem(0, 'offline', '', '', '')

function problemOf({ status, body, reference }: Answer): Problem {
  const said = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>
  const { code, title, detail, reference: named, traceId, instance: _instance, ...extras } = said
  return new Problem(status, text(code) || `http-${status}`, text(title), text(detail), text(named) || text(traceId) || reference, extras)
}

const text = (value: unknown) => (typeof value === 'string' ? value : '')
