import { beforeEach, describe, expect, it } from 'vitest'
import { dialog } from '@mocks/dialog'
import { cancelled, openOrder, paidTwice, refundable, refunded } from '@mocks/fixtures/payments'
import { application } from '@mocks/fixtures/portal'
import { open } from '@mocks/open'
import { allRoutes } from '@mocks/routes'
import { Refused, route, serve } from '@mocks/server'
import type { PaymentOrder } from './api'

let order: PaymentOrder
const sent: unknown[] = []
beforeEach(() => {
  order = openOrder
  sent.length = 0
  serve([
    route('GET /api/applications/:no', () => ({ ...application, payments: [order] })),
    route('GET /api/payment-orders/:no', ({ params }) => (params.no === order.no ? order : [paidTwice, cancelled].find(each => each.no === params.no))),
    ...allRoutes,
  ])
})

describe('a fee', () => {
  it('is shown on the page of its application, and leads to the cashier', async () => {
    const { findByRole, findByText, getAllByText, getByText, user } = await open(`/applications/${order.applicationNo}`)

    await findByRole('heading', { name: '待缴费：不动产转移登记' })
    expect(getAllByText('80.00 元')).toHaveLength(2)
    getByText('依据：示例（依据待核对）')
    getByText('2026年3月16日 17:00')
    await user.click(getByText('去缴费'))
    await findByRole('heading', { name: '模拟收银台' })
    await findByText(/不会真正扣款/)
  })

  it('is paid at the simulated cashier, and shows its receipt', async () => {
    serve([
      route('POST /api/payment-orders/:no/simulated-payment', () => { order = { ...paidTwice, no: openOrder.no, payments: [paidTwice.payments[0]] } }),
      route('GET /api/payment-orders/:no', () => order),
      ...allRoutes,
    ])
    const { findByRole, findAllByText, getByRole, queryByText, user } = await open(`/cashier/${openOrder.no}`)

    await user.click(await findByRole('button', { name: '模拟支付 80.00 元' }))

    await findByRole('heading', { name: '缴款通知书' })
    await findAllByText('已缴')
    await findAllByText('示例票据8F21C07A')
    expect(queryByText('待退付')).toBeNull()
    getByRole('link', { name: '返回我的办件' })
  })

  it('that the cashier refuses stays as it is', async () => {
    serve([route('POST /api/payment-orders/:no/simulated-payment', () => { throw new Refused(409, 'process-moving', '办件正在进入下一个环节，请稍后再试。') }), ...allRoutes])
    const { findByRole, findByText, user } = await open(`/cashier/${openOrder.no}`)

    await user.click(await findByRole('button', { name: '模拟支付 80.00 元' }))

    await findByText(/请稍后再试/)
    await findByRole('heading', { name: '模拟收银台' })
  })

  it('says what was paid once too often, and what was cancelled', async () => {
    const twice = await open(`/payment-orders/${paidTwice.no}`)
    await twice.findByText(/由收费单位退还/)
    expect(twice.getAllByText('待退付').length).toBeGreaterThan(1)
    twice.unmount()

    const { findAllByText, findByText, queryByText } = await open(`/payment-orders/${cancelled.no}`)
    await findAllByText('已取消')
    await findByText('还没有收到款项。')
    expect(queryByText('去缴费')).toBeNull()
  })

  it('that went back shows by which voucher, and is not to be paid back any more', async () => {
    serve(allRoutes)
    const { findByText, queryByText } = await open(`/payment-orders/${refunded.no}`)

    await findByText('2026年3月5日 10:00 退付，凭证号码 退字 0031')
    await findByText('已退付')
    expect(queryByText('待退付')).toBeNull()
  })

  it('of somebody else is not there', async () => {
    serve(allRoutes)
    const { findByText } = await open('/payment-orders/P1')

    await findByText(/没有找到这份缴款通知书/)
  })

  it('is registered by a window, after a confirmation', async () => {
    order = { ...openOrder, cashier: null }
    serve([
      route('POST /api/payment-orders/:no/payments', ({ body }) => { sent.push(body); return { status: 'SETTLED' } }),
      route('GET /api/payment-orders/:no', () => order),
      ...allRoutes,
    ])
    const { findByLabelText, findByText, getByLabelText, getByRole, user } = await open('/payment-orders', 'clerk')
    await user.type(await findByLabelText(/^缴款通知书编号/), openOrder.no.toLowerCase())
    await user.click(getByRole('button', { name: '查找' }))
    await user.type(await findByLabelText(/^票据号码/), '湘财票 0017')
    await user.type(getByLabelText(/^实收金额/), '80.00')
    await user.click(getByRole('button', { name: '登记' }))
    await user.click((await dialog()).getByText('确认登记'))

    await findByText('已登记，办件继续办理。')
    expect(sent).toEqual([{ receiptNo: '湘财票 0017', amount: '80.00' }])
  })

  it('that came twice is found among those to be paid back, and written down as paid back', async () => {
    let shown = refundable
    serve([
      route('POST /api/payment-orders/:no/refunds', ({ body }) => { sent.push(body); shown = refunded }),
      route('GET /api/payment-orders/:no', () => shown),
      ...allRoutes,
    ])
    const { findByRole, findByLabelText, findByText, getByRole, queryByRole, user } = await open('/payment-orders', 'approver.insurance')
    await findByText('共 1 份缴款通知书')
    await user.click(getByRole('link', { name: '待退付' }))
    await user.click(await findByRole('link', { name: new RegExp(refundable.no) }))
    await user.type(await findByLabelText(/^退付凭证号码/), '退字 0031')
    await user.click(getByRole('button', { name: /^登记退付/ }))
    await user.click((await dialog()).getByText('确认登记'))

    await findByText('已登记退付，并通知申请人。')
    expect(sent).toEqual([{ payment: 'ONLINE:2', voucherNo: '退字 0031' }])
    expect(queryByRole('button', { name: /^登记退付/ })).toBeNull()
  })

  it('may be wanting altogether', async () => {
    serve([route('GET /api/payment-orders', () => ({ items: [], total: 0 })), ...allRoutes])
    const { findByText } = await open('/payment-orders?pile=TO_REFUND', 'clerk')

    await findByText('没有待退付的款项。')
  })
})
