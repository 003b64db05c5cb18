import { cleanup, screen, within } from '@testing-library/vue'
import { afterEach, describe, expect, it } from 'vitest'
import { open } from '@mocks/open'
import { allRoutes } from '@mocks/routes'
import { Refused, route, serve } from '@mocks/server'

afterEach(cleanup)

const press = async (user: { click: (on: Element) => Promise<void> }, name: RegExp) => user.click(await screen.findByRole('button', { name }))
const dialog = () => within(document.querySelector('dialog')!)

describe('who is told of cards', () => {
  it('says who is told where nothing is set, and where nobody can be', async () => {
    await open('/cockpit/recipients', 'supervisor')

    expect(await screen.findByText('部门负责人（匡文）')).toBeTruthy()
    expect(screen.getAllByText('没有单独设置，按湖南省全部部门的设置')).toHaveLength(10)
    expect(screen.getAllByText('没有人可以告知')).toHaveLength(1)
    expect(screen.getByText('由“上级设置”改为“贺云（医疗保障，部门负责人，长沙市）”')).toBeTruthy()
  })

  it('sets posts and people, and nothing else than what was chosen', async () => {
    let sent: unknown
    serve([route('PUT /api/supervision/recipients', ({ body }) => { sent = body; return { level: 'BLUE', version: 8, own: [], told: [] } }), ...allRoutes])
    const { user } = await open('/cockpit/recipients?region=430100', 'supervisor')
    await press(user, /^修改\s*医疗保障预警的告知对象/)
    expect(await dialog().findByText('唐丽', { exact: false })).toBeTruthy()
    expect((dialog().getByLabelText(/^贺云/) as HTMLInputElement).checked).toBe(true)

    await user.click(dialog().getByLabelText(/^唐丽/))
    await user.click(dialog().getByLabelText('部门负责人'))
    expect(dialog().getByText('已选择 3 个告知对象。')).toBeTruthy()
    await user.click(dialog().getByRole('button', { name: '保存', hidden: true }))

    await expect.poll(() => document.querySelector('dialog')).toBeNull()
    expect(sent).toEqual({ region: '430100', department: 'insurance', level: 'BLUE', version: 7, recipients: [{ post: 'HEAD' }, { username: 'head.insurance' }, { username: 'approver.insurance' }] })
    expect(await screen.findByText('医疗保障预警的告知对象已保存。')).toBeTruthy()
  })

  it('goes back to the wider setting', async () => {
    let sent: { recipients?: unknown[] } = {}
    serve([route('PUT /api/supervision/recipients', ({ body }) => { sent = body; return { level: 'BLUE', version: 8, own: [], told: [] } }), ...allRoutes])
    const { user } = await open('/cockpit/recipients', 'supervisor')
    await press(user, /^修改\s*医疗保障预警/)

    await user.click(dialog().getByRole('button', { name: '恢复为上级设置', hidden: true }))

    await expect.poll(() => document.querySelector('dialog')).toBeNull()
    expect(sent.recipients).toEqual([])
  })

  it('shows why it was refused and keeps what was chosen', async () => {
    serve([route('PUT /api/supervision/recipients', () => { throw new Refused(409, 'recipients-changed', '这一项已由 李强 于 2026-03-02 10:00 修改，请刷新后再改。') }), ...allRoutes])
    const { user } = await open('/cockpit/recipients', 'supervisor')
    await press(user, /^设置\s*公安黄牌/)
    await user.click(dialog().getByLabelText('监察人员'))
    await user.click(dialog().getByRole('button', { name: '保存', hidden: true }))

    expect(await dialog().findByText(/已由 李强 于/)).toBeTruthy()
    expect((dialog().getByLabelText('监察人员') as HTMLInputElement).checked).toBe(true)
  })

  it('leaves out who cannot be chosen any more, and says so', async () => {
    serve([route('GET /api/supervision/recipients/staff', () => []), ...allRoutes])
    const { user } = await open('/cockpit/recipients', 'supervisor')
    await press(user, /^修改\s*医疗保障预警/)

    expect(await dialog().findByText('贺云已停用或不能再选，保存时去掉。')).toBeTruthy()
    expect(dialog().getByText('没有选择：按上级设置告知。')).toBeTruthy()
  })
})
