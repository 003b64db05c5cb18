import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope } from 'vue'
import { bundles, server } from '@mocks/fixtures/studio'
import { refuse } from '@mocks/fixtures/session'
import { allRoutes } from '@mocks/routes'
import { route, serve } from '@mocks/server'
import { readKept } from './kept'
import { useCheck } from './useCheck'
import { useDraft } from './useDraft'

const scopes: ReturnType<typeof effectScope>[] = []
beforeEach(() => localStorage.clear())
afterEach(() => scopes.splice(0).forEach(scope => scope.stop()))

async function opened() {
  const scope = effectScope()
  scopes.push(scope)
  const draft = scope.run(() => useDraft('newborn'))!
  await draft.load()
  return { draft, ...scope.run(() => useCheck('newborn', draft))! }
}

describe('a draft', () => {
  it('begins as what is published', async () => {
    const { draft } = await opened()

    expect(draft.changed.value).toEqual([])
    expect(draft.content.value).toHaveLength(bundles.newborn.files.length)
  })

  it('survives a closed browser', async () => {
    const { draft } = await opened()
    draft.edit('bundle.yaml', 'key: newborn\n')

    const { draft: again } = await opened()

    expect(again.changed.value).toMatchObject([{ name: 'bundle.yaml', state: 'changed', text: 'key: newborn\n' }])
  })

  it('is no draft any more when the text is again as published', async () => {
    const { draft } = await opened()
    const before = draft.textOf('bundle.yaml')!
    draft.edit('bundle.yaml', 'x')
    draft.edit('bundle.yaml', before)

    expect(draft.changed.value).toEqual([])
    expect(readKept('newborn')).toBeUndefined()
  })

  it('adds and removes files, and takes both back', async () => {
    const { draft } = await opened()
    draft.add('extra.form', '{}')
    draft.edit('birth-registration.form', null)

    expect(draft.changed.value.map(file => [file.name, file.state])).toEqual([['birth-registration.form', 'removed'], ['extra.form', 'added']])
    expect(draft.content.value.map(file => file.name)).not.toContain('birth-registration.form')

    draft.revert('extra.form')
    draft.revert('birth-registration.form')
    expect(draft.changed.value).toEqual([])
  })

  it('knows that somebody published a newer edition, and can stand on it', async () => {
    const { draft } = await opened()
    draft.edit('bundle.yaml', 'x')
    serve([route('GET /api/studio/bundles/:key', () => ({ ...bundles.newborn, edition: 8 })), ...allRoutes])

    const { draft: later } = await opened()
    expect(later.outdated.value).toBe(true)
    expect(later.basedOn.value).toBe(7)

    later.rebase()
    expect(later.outdated.value).toBe(false)
    expect(later.changed.value).toHaveLength(1)
    expect(readKept('newborn')?.basedOn).toBe(8)
  })

  it('says when the browser cannot keep it', async () => {
    const { draft } = await opened()
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => { throw new DOMException('full', 'QuotaExceededError') })

    draft.edit('bundle.yaml', 'x')

    expect(draft.unsafe.value).toBe(true)
    expect(draft.textOf('bundle.yaml')).toBe('x')
  })

  it('tells when another tab changes it', async () => {
    const { draft } = await opened()

    window.dispatchEvent(new StorageEvent('storage', { key: 'onevisit.studio.newborn' }))

    expect(draft.elsewhere.value).toBe(true)
  })
})

describe('the check', () => {
  it('shows what the server finds, and knows when it is out of date', async () => {
    const { draft, check, findings, errors, stale } = await opened()
    await check()

    expect(findings.value).toEqual(server.findings)
    expect(errors.value).toBe(2)
    expect(stale.value).toBe(false)

    draft.edit('bundle.yaml', 'x')
    await expect.poll(() => stale.value).toBe(true)
  })

  it('publishes on the edition the draft began with', async () => {
    const asked: unknown[] = []
    const { draft, publish } = await opened()
    serve([route('POST /api/studio/bundles/:key/editions', ({ body }) => { asked.push(body); return { edition: 8 } }), ...allRoutes])
    draft.edit('bundle.yaml', 'x')

    expect(await publish('改了名称')).toEqual({ edition: 8 })
    expect(asked[0]).toMatchObject({ note: '改了名称', basedOn: 7, files: expect.arrayContaining([{ name: 'bundle.yaml', text: 'x' }]) as unknown })
  })

  it('shows why an edition was refused like any other finding', async () => {
    const { publish, findings } = await opened()
    serve([route('POST /api/studio/bundles/:key/editions', () => refuseWith(422, 'models-refused', { findings: server.findings.slice(0, 1) })), ...allRoutes])

    const result = await publish('改了名称')

    expect(result).toHaveProperty('refused')
    expect(findings.value).toEqual(server.findings.slice(0, 1))
  })

  it('keeps what it knew when somebody was faster', async () => {
    const { publish, findings } = await opened()
    serve([route('POST /api/studio/bundles/:key/editions', () => refuse(409, 'edition-outdated', '苏文 在您编辑期间发布了第 8 版。')), ...allRoutes])

    expect(await publish('x')).toMatchObject({ refused: { status: 409, detail: '苏文 在您编辑期间发布了第 8 版。' } })
    expect(findings.value).toEqual([])
  })
})

async function refuseWith(status: number, code: string, extras: object) {
  const { Refused } = await import('@mocks/server')
  throw new Refused(status, code, '有 1 处必须改正，尚未发布任何内容。', extras)
}
