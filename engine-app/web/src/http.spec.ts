import { describe, expect, it } from 'vitest'
import { get, post, Problem, useTransport, whenSignedOut, type Call } from './http'

const answering = (...answers: [status: number, body?: unknown][]) => {
  const calls: Call[] = []
  useTransport(async call => {
    if (call.url === '/api/session') return { status: 401, body: {}, reference: '' }
    calls.push(call)
    const [status, body] = answers[Math.min(calls.length, answers.length) - 1]
    return { status, body, reference: 'r-1' }
  })
  return calls
}

describe('http', () => {
  it('turns problem+json into a Problem with its code, sentence, reference and faults', async () => {
    answering([422, { code: 'answers-invalid', title: '内容有误', detail: '请填写宝宝姓名。', errors: [{ field: 'childName', message: '请填写宝宝姓名。' }] }])

    const problem = await post('/api/anything', {}).catch((failure: unknown) => failure) as Problem

    expect(problem).toMatchObject({ status: 422, code: 'answers-invalid', detail: '请填写宝宝姓名。', reference: 'r-1' })
    expect(problem.errors).toEqual([{ field: 'childName', message: '请填写宝宝姓名。' }])
  })

  it('sends what was interrupted again, with the same body, once the person has signed in again', async () => {
    const calls = answering([401, {}], [200, { saved: true }])
    let asked = 0
    whenSignedOut(async () => { asked++ })

    const answer = await post('/api/drafts', { childName: '周一诺' })

    expect(answer).toEqual({ saved: true })
    expect(asked).toBe(1)
    expect(calls.map(call => call.body)).toEqual(['{"childName":"周一诺"}', '{"childName":"周一诺"}'])
  })

  it('echoes the CSRF cookie on what changes something, never on reading', async () => {
    document.cookie = 'XSRF-TOKEN=abc%2D1'
    const calls = answering([200, {}])

    await get('/api/bundles')
    await post('/api/drafts')

    expect(calls.map(call => call.headers['X-XSRF-TOKEN'])).toEqual([undefined, 'abc-1'])
    document.cookie = 'XSRF-TOKEN=; max-age=0'
  })
})
