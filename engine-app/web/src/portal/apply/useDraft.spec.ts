import { effectScope } from 'vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Refused, route, serve, type Route } from '@mocks/server'
import { allRoutes } from '@mocks/routes'
import type { Draft } from '../api'
import { useDraft } from './useDraft'

const begun: Draft = { id: 'd-9', bundle: 'newborn', bundleName: '新生儿出生一件事', region: '430100', answers: { childName: '周一' }, items: ['birthRegistration'], documents: [], savedAt: '2026-03-02T01:12:00Z', revision: 3 }
let stored: Draft
let saves: Draft[]
let scope = effectScope()

const save: Route = route('PUT /api/drafts/:id', ({ body }: { body: Draft }) => {
  if (body.revision !== stored.revision) throw new Refused(409, 'draft-changed', '这份草稿已在其他页面或设备上修改。')
  saves.push(body)
  return (stored = { ...stored, ...body, revision: body.revision + 1 })
})

beforeEach(() => {
  vi.useFakeTimers()
  sessionStorage.clear()
  stored = structuredClone(begun)
  saves = []
  serve([route('GET /api/drafts/:id', () => stored), save, ...allRoutes])
  scope = effectScope()
})
afterEach(() => {
  scope.stop()
  vi.useRealTimers()
})

async function opened() {
  const editing = scope.run(() => useDraft('d-9'))!
  await editing.open()
  await vi.advanceTimersByTimeAsync(1)
  return editing
}

describe('a draft being filled in', () => {
  it('is saved once after a pause, however many letters were typed', async () => {
    const editing = await opened()

    for (const name of ['周一诺', '周一诺诺', '周一言']) editing.answers.childName = name
    await vi.advanceTimersByTimeAsync(2000)

    expect(saves.map(each => each.answers.childName)).toEqual(['周一言'])
    expect(editing.save.value).toBe('saved')
  })

  it('keeps what was typed when the server cannot be reached, and sends it when asked again', async () => {
    const editing = await opened()
    serve([route('PUT /api/drafts/:id', () => { throw new Refused(503, 'busy', '系统正忙。') }), ...allRoutes])

    editing.answers.childName = '周一诺'
    await vi.advanceTimersByTimeAsync(2000)

    expect(editing.save.value).toBe('failed')
    expect(editing.answers.childName).toBe('周一诺')
    serve([save, ...allRoutes])
    await editing.flush()
    expect(stored.answers.childName).toBe('周一诺')
  })

  it('sends what is unsent when the page is left, and shows it when the draft is opened again', async () => {
    const editing = await opened()
    editing.answers.childName = '周一诺'
    scope.stop()
    scope = effectScope()

    const again = await opened()

    expect(again.answers.childName).toBe('周一诺')
    expect(stored.answers.childName).toBe('周一诺')
  })

  it('asks which version counts when somebody else changed it, and loses neither before the choice', async () => {
    const editing = await opened()
    stored = { ...stored, answers: { childName: '别处改的', motherPhone: '13800001111' }, revision: 7 }

    editing.answers.childName = '这里改的'
    await vi.advanceTimersByTimeAsync(2000)
    expect(editing.save.value).toBe('conflict')
    expect(editing.answers.childName).toBe('这里改的')
    await editing.settle('mine')

    expect(stored.answers).toEqual({ childName: '这里改的', motherPhone: '13800001111' })
  })

  it('goes on quietly when only the revision moved', async () => {
    const editing = await opened()
    stored = { ...stored, revision: 7 }

    editing.answers.childName = '周一诺'
    await vi.advanceTimersByTimeAsync(2000)

    expect(editing.save.value).toBe('saved')
    expect(stored).toMatchObject({ answers: { childName: '周一诺' }, revision: 8 })
  })
})
