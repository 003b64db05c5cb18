import { cleanup, screen, within } from '@testing-library/vue'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { editions, elements, page } from '@mocks/fixtures/operations'
import { open } from '@mocks/open'
import { allRoutes } from '@mocks/routes'
import { Refused, route, serve } from '@mocks/server'
import type { Candidate, Element, Page } from './api'
import { otherEnd, paired, unpaired } from './pairs'
import { firstSteps, named, offered, waitingAt } from './steps'
import { moves, progress, stepOf } from './words'

afterEach(() => { cleanup(); vi.useRealTimers() })

const element = (id: string, kind: string, waits = false): Element => ({ id, name: `名${id}`, kind, scope: '', waits })
const some = [element('start', 'startEvent'), element('review', 'userTask', true), element('open', 'serviceTask'), element('end', 'endEvent')]

describe('the steps of a modification', () => {
  it('are taken only from where a token can stand, and begin only where one can go on', () => {
    expect(offered(some, 'CANCEL').map(one => one.id)).toEqual(['review'])
    expect(offered(some, 'BEFORE').map(one => one.id)).toEqual(['review', 'open', 'end'])
    expect(offered(some, 'AFTER').map(one => one.id)).toEqual(['review', 'open'])
  })

  it('without an element are none', () => expect(named(firstSteps('review'))).toEqual([{ act: 'CANCEL', element: 'review' }]))

  it('know where the chosen ones wait', () => {
    const waiting: Candidate = { id: 'i', number: '1', places: ['名review'], note: null }
    expect(waitingAt([waiting], some)).toEqual(['review'])
  })
})

describe('the correspondence of a migration', () => {
  const pairs = [{ from: 'a', to: 'b' }]
  it('has one other end for each element', () => {
    expect(paired(pairs, 'a', 'c')).toEqual([{ from: 'a', to: 'c' }])
    expect(paired(pairs, 'a', '')).toEqual([])
    expect(otherEnd(pairs, 'x')).toBe('')
  })
  it('names those that cases wait at and that have none', () => expect(unpaired(some, pairs, ['review']).map(one => one.id)).toEqual(['review']))
})

describe('the way of an operation', () => {
  it('goes from the trial over the second person to the end', () => {
    expect(stepOf('CHECKING')).toBe('check')
    expect(stepOf('WAITING')).toBe('second')
    expect(stepOf('STOPPED')).toBe('over')
    expect(moves('PAUSED')).toBe(false)
  })
  it('counts what is tried while it is tried and what is done while it is done', () => {
    expect(progress({ state: 'CHECKING', counts: { READY: 2, BARRED: 1, UNTRIED: 7 } })).toEqual({ settled: 3, total: 10 })
    expect(progress({ state: 'RUNNING', counts: { DONE: 2, FAILED: 1, LEFT_OUT: 1, READY: 6, BARRED: 5 } })).toEqual({ settled: 4, total: 10 })
  })
})

describe('a wizard', () => {
  it('sends what was chosen and how, and goes on to the trial', async () => {
    let sent: { kind: string, instructions: { edition: string, steps: object[], tellAgain: boolean }, chosen: string[] } | undefined
    serve([route('POST /api/cockpit/operations', ({ body }) => { sent = body; return page('17') }), ...allRoutes])
    const person = elements().find(one => one.kind === 'receiveTask')!
    const { user, router } = await open(`/cockpit/operations/new/modification?definition=${editions[1].id}&activity=${person.id}`, 'operator')

    const begin = await screen.findByRole('button', { name: '开始预演' })
    await user.selectOptions(await screen.findByRole('combobox', { name: '第 2 步的环节' }), person.id)
    await user.click(screen.getAllByRole('radio', { name: '不再发出' })[0])
    await user.click(screen.getAllByRole('checkbox')[1])
    await user.click(begin)

    expect(sent).toMatchObject({ kind: 'MODIFICATION', chosen: ['i-1', 'i-2'], instructions: { edition: editions[1].id, tellAgain: false, steps: [{ act: 'CANCEL', element: person.id }, { act: 'BEFORE', element: person.id }] } })
    expect(await screen.findByRole('heading', { name: '批量操作 17 号' })).toBeTruthy()
    expect(router.currentRoute.value.path).toBe('/cockpit/operations/17')
  })

  it('begins with the failed work that its address asks for', async () => {
    await open('/cockpit/operations/new/retry?topic=material-ocr', 'supervisor')

    expect(await screen.findByText('已选 1 / 1 项')).toBeTruthy()
    expect(screen.queryByText('对外的通知和交办')).toBeNull()
  })

  it('shows beside the field what the server says about it', async () => {
    serve([route('POST /api/cockpit/operations', () => { throw new Refused(422, 'tries-range', '重试次数请填 1 至 20。', { field: 'tries' }) }), ...allRoutes])
    const { user } = await open('/cockpit/operations/new/retry?topic=material-ocr', 'supervisor')
    await screen.findByText('已选 1 / 1 项')
    await user.click(screen.getByRole('button', { name: '开始预演' }))

    expect((await screen.findAllByText('重试次数请填 1 至 20。')).length).toBeGreaterThan(0)
    expect(screen.getByLabelText('每项再试几次').getAttribute('aria-invalid')).toBe('true')
  })

  it('waits for a correspondence the engine accepts', async () => {
    serve([route('POST /api/cockpit/operations/choices/pairs/check', () => ['“核对”不能对应到“等待答复”：两边的环节种类不同']), ...allRoutes])
    const { user } = await open(`/cockpit/operations/new/migration?definition=${editions[1].id}`, 'operator')
    const person = elements().find(one => one.kind === 'receiveTask')!

    const row = await screen.findByRole('combobox', { name: `“${person.name}”对应的环节` })
    expect(within(row.closest('tr')!).getByText('有办件，未对应')).toBeTruthy()
    await user.selectOptions(row, elements().find(one => one.waits && one.id !== person.id)!.id)

    expect(await screen.findByText(/两边的环节种类不同/)).toBeTruthy()
    expect(screen.getByRole<HTMLButtonElement>('button', { name: '开始预演' }).disabled).toBe(true)
  })
})

describe('an operation', () => {
  it('is tried, submitted with a reason and followed until it is done', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true })
    let now: Page = { ...page('17'), state: 'CHECKING', stateLabel: '预演中', counts: { READY: 1, UNTRIED: 2 } }
    let reason = ''
    serve([
      route('POST /api/cockpit/operations/:no/submission', ({ body }) => { reason = (body as { reason: string }).reason; now = { ...now, state: 'RUNNING', stateLabel: '执行中', reason } }),
      route('GET /api/cockpit/operations/:no', () => now), ...allRoutes,
    ])
    const { user } = await open('/cockpit/operations/17', 'operator')
    expect(await screen.findByText('已处理 1 / 3 项')).toBeTruthy()
    now = page('17')
    await vi.advanceTimersByTimeAsync(2000)
    await user.type(await screen.findByLabelText('理由'), '办件停错了环节')
    await user.click(screen.getByRole('button', { name: '执行 2 项' }))

    expect(await screen.findByText('理由：办件停错了环节')).toBeTruthy()
    expect(reason).toBe('办件停错了环节')
    now = { ...now, state: 'DONE', stateLabel: '已完成', counts: { DONE: 2, BARRED: 1 } }
    await vi.advanceTimersByTimeAsync(2000)
    expect(await screen.findByText('已办 2')).toBeTruthy()
    expect(screen.queryByRole('progressbar')).toBeNull()
  })

  it('of another one is agreed to or refused with a reason', async () => {
    const acts: string[] = []
    serve([
      ...['approval', 'refusal'].map(act => route(`POST /api/cockpit/operations/:no/${act}`, () => { acts.push(act) })), ...allRoutes,
    ])
    const { user } = await open('/cockpit/operations/19', 'supervisor')
    expect(await screen.findByText(/马超 申请执行这项操作/)).toBeTruthy()
    expect(screen.queryByLabelText('理由')).toBeNull()
    await user.click(screen.getByRole('button', { name: '同意并执行' }))
    await user.click((await screen.findAllByRole('button', { name: '同意并执行', hidden: true })).at(-1)!)
    await vi.waitFor(() => expect(acts).toEqual(['approval']))
  })
})

describe('the batch centre', () => {
  it('says what waits for me, and offers supervisors what they may begin', async () => {
    await open('/cockpit/operations', 'supervisor')

    expect((await screen.findAllByText('有 1 项等待您复核')).length).toBeGreaterThan(0)
    expect(screen.getByRole('link', { name: '批量重试' })).toBeTruthy()
    expect(screen.queryByRole('link', { name: '更换版本' })).toBeNull()
  })
})
