import { within } from '@testing-library/vue'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { open } from '@mocks/open'
import { allRoutes } from '@mocks/routes'
import { route, serve } from '@mocks/server'
import type { WantedHall } from '../api'

const sent = vi.fn()
afterEach(() => serve(allRoutes))

describe('the settings of halls', () => {
  it('change hours, places and windows, and say that it is kept', async () => {
    serve([route('PUT /api/hall-book/:code', ({ body, params }) => { sent(body, params); return { hall: { code: params.code } } }), ...allRoutes])
    const { findAllByRole, findByLabelText, findByRole, getByLabelText, user } = await open('/tasks/halls', 'operator')
    await user.click((await findAllByRole('button', { name: /^修改/ }))[0])
    await user.clear(await findByLabelText(/^星期六/))
    const service = within(document.querySelector<HTMLElement>('[aria-label="综合受理"]')!)
    await user.clear(service.getByLabelText('每半小时可预约'))
    await user.type(service.getByLabelText('每半小时可预约'), '6')
    await user.click(await findByRole('button', { name: '增加窗口' }))
    const window = within(getByLabelText(/^3 号/))
    await user.type(window.getByLabelText('窗口名称'), '出证领证')
    await user.click(within(getByLabelText(/^3 号/)).getByLabelText('出证领证'))
    await user.click(await findByRole('button', { name: '保存' }))

    await vi.waitFor(() => expect(sent).toHaveBeenCalled())
    const [wanted, { code }] = sent.mock.lastCall as [WantedHall, { code: string }]
    expect(code).toBe('430102-01')
    expect(wanted.hours!.SATURDAY).toBe('')
    expect(wanted.services[0]).toMatchObject({ code: 'general', bookable: 6 })
    expect(wanted.windows.at(-1)).toEqual({ no: 3, name: '出证领证', services: ['pickup'] })
    expect(wanted.edition).toBe(1)
  })

  it('keep what was written where the server refuses it, and say at which part', async () => {
    const { findByText, findByLabelText, findByRole, getByRole, user } = await open('/tasks/halls', 'operator')
    await user.click(await findByRole('button', { name: '增加大厅' }))
    await user.type(await findByLabelText(/^大厅名称/), '天心区政务服务中心（示例）')
    await user.click(getByRole('button', { name: '增加业务' }))
    await user.click(getByRole('button', { name: '保存' }))

    await findByText('请填写业务名称，不超过 40 个字。')
    expect((await findByLabelText(/^大厅名称/) as HTMLInputElement).value).toBe('天心区政务服务中心（示例）')
  })
})
