import { screen, waitFor, within } from '@testing-library/vue'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { allRoutes } from '@mocks/routes'
import { open } from '@mocks/open'
import { Refused, route, serve } from '@mocks/server'
import { setKeys } from '@/ui/useKeys'
import type { NoticeLine, ScanPage } from './api'

const page = (number: number, materialKey: string | null = null): ScanPage => ({ document: 's', page: number, turn: 0, materialKey, removed: false })
let table: ScanPage[]
let sent: ScanPage[][]

beforeEach(() => {
  setKeys(true)
  table = [page(1), page(2), page(3)]
  sent = []
  serve([
    route('GET /api/drafts/:id/scans', () => ({ sources: [{ id: 's', name: '叠.pdf', size: 1, images: ['', '', ''] }], pages: table })),
    route('PUT /api/drafts/:id/scans', ({ body }: { body: { pages: ScanPage[] } }) => { sent.push(body.pages); return { sources: [], pages: body.pages } }),
    ...allRoutes,
  ])
})
const materialOf = () => screen.getAllByRole('combobox').filter(box => box.closest('.tile')).map(box => (box as HTMLSelectElement).value)

describe('the table of scans', () => {
  it('is done by numbers alone, one page after the other, and taken back step by step', async () => {
    const { user } = await open('/apply/w-1/scans', 'clerk')
    await screen.findByRole('button', { name: '扫描页 叠.pdf · 1' })
    await user.keyboard('1')
    await user.keyboard('1')
    await user.keyboard('4')
    await waitFor(() => expect(materialOf()).toEqual(['birth-certificate', 'birth-certificate', 'marriage-certificate']))
    await waitFor(() => expect(sent.at(-1)?.map(one => one.materialKey)).toEqual(['birth-certificate', 'birth-certificate', 'marriage-certificate']), { timeout: 5000 })
    await user.keyboard('{Control>}z{/Control}')
    expect(materialOf()).toContain('')
  })

  it('turns, removes and reorders what is picked', async () => {
    table = [page(1, 'birth-certificate'), page(2, 'birth-certificate'), page(3)]
    const { user } = await open('/apply/w-1/scans', 'clerk')
    const second = await screen.findByRole('button', { name: '扫描页 叠.pdf · 2' })
    await user.click(second)
    await user.keyboard('r')
    await user.keyboard('{ArrowLeft}')
    await user.click(screen.getByRole('button', { name: '删除 叠.pdf · 3' }))
    await waitFor(() => expect(sent.at(-1)).toEqual([{ ...page(2, 'birth-certificate'), turn: 90 }, page(1, 'birth-certificate'), { ...page(3), removed: true }]), { timeout: 5000 })
  })

  it('keeps what was done where it cannot be saved, and blocks the submission', async () => {
    serve([route('PUT /api/drafts/:id/scans', () => { throw new Refused(409, 'scans-changed', '扫描页刚刚在其他页面上改动过，请载入最新内容后再分配。') }), route('GET /api/drafts/:id/scans', () => ({ sources: [{ id: 's', name: '叠.pdf', size: 1, images: [''] }], pages: [page(1)] })), ...allRoutes])
    const { user } = await open('/apply/w-1/scans', 'clerk')
    await screen.findByRole('button', { name: '扫描页 叠.pdf · 1' })
    await user.keyboard('1')
    expect(await screen.findByText(/刚刚在其他页面上改动过/)).toBeTruthy()
    expect(materialOf()).toEqual(['birth-certificate'])
  })

  it('does nothing by keys that are switched off', async () => {
    setKeys(false)
    const { user } = await open('/apply/w-1/scans', 'clerk')
    await screen.findByRole('button', { name: '扫描页 叠.pdf · 1' })
    await user.keyboard('1{Control>}m{/Control}')
    expect(materialOf()).toEqual(['', '', ''])
  })
})

describe('what is told at once', () => {
  it('has ticked what the platform knows, is seen before it is issued, and is printed', async () => {
    const told: NoticeLine[][] = []
    const printed = vi.spyOn(window, 'open').mockReturnValue(null)
    serve([route('POST /api/drafts/:id/notices', ({ body }: { body: { lines: NoticeLine[] } }) => { told.push(body.lines); return { paperNo: 'D1', at: '2026-03-03T01:00:00Z', lines: body.lines } }), ...allRoutes])
    const { user } = await open('/apply/w-1/notice', 'clerk')
    const preview = await screen.findByRole('region', { name: '预览' })
    expect(within(preview).getByText(/居民户口簿（未提交）/)).toBeTruthy()
    await user.click(screen.getByRole('checkbox', { name: '出生医学证明' }))
    await user.type(screen.getAllByLabelText(/理由/)[0], '页脚被裁掉')
    expect(within(preview).getByText(/出生医学证明（不清晰，无法辨认）：页脚被裁掉/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: '出具一次性告知书' }))
    await screen.findByText(/已出具 D1/)
    expect(told[0].map(line => [line.subject, line.why])).toEqual([['birth-certificate', 'UNREADABLE'], ['household-register', 'MISSING'], ['motherPhone', 'UNANSWERED']])
    await user.keyboard('{Control>}p{/Control}')
    expect(printed).toHaveBeenCalledWith('/api/papers/D1?shown=true', '_blank', 'noopener')
  })
})
