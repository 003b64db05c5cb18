import { get, post } from '@/http'
import { addTexts } from '@/i18n'
import texts from '@/locales/zh-CN/payments.json'

addTexts('payments', texts)

export interface Fee { name: string, cents: number, basis: string }
/** Money that came; what does not settle the order is paid back. */
export interface Payment { id: string, channel: string, receipt: string, cents: number, paidAt: string, settles: boolean, refundable: boolean, refundVoucher: string | null, refundedAt: string | null }
export interface PaymentOrder { no: string, applicationNo: string, caseNo: string, itemName: string, departmentName: string, payer: string, cents: number, fees: Fee[], issuedAt: string, until: string, state: 'OPEN' | 'PAID' | 'WAIVED' | 'CANCELLED', stateLabel: string, settledAt: string | null, payable: boolean, cashier: string | null, payments: Payment[] }
/** What became of money that was registered. */
export interface Received { status: 'SETTLED' | 'DUPLICATE' | 'TO_REFUND' }

const address = (no: string) => `/api/payment-orders/${encodeURIComponent(no)}`
export const paymentOrder = (no: string, signal?: AbortSignal) => get<PaymentOrder>(address(no), { signal })
export const register = (no: string, receiptNo: string, amount: string) => post<Received>(`${address(no)}/payments`, { receiptNo, amount })
/** Orders that offices look through: to be paid, with money to be paid back, all. */
export const piles = ['OPEN', 'TO_REFUND', 'ALL'] as const
export const paymentOrders = (pile: typeof piles[number], page: number, signal?: AbortSignal) => get<{ items: PaymentOrder[], total: number }>(`/api/payment-orders?pile=${pile}&page=${page}`, { signal })
export const refund = (no: string, payment: string, voucherNo: string) => post(`${address(no)}/refunds`, { payment, voucherNo })
/** The demonstration's cashier only: nothing is paid. */
export const simulate = (no: string) => post<Received>(`${address(no)}/simulated-payment`)

export const tones = { OPEN: 'warn', PAID: 'good', WAIVED: 'good', CANCELLED: 'plain' } as const
/** 80.00 */
export const showYuan = (cents: number) => (cents / 100).toFixed(2)
export const isToRefund = (payment: Payment) => !payment.settles && !payment.refundedAt
/** What is still to be paid back, in cents. */
export const toRefund = (order: PaymentOrder) => order.payments.filter(isToRefund).reduce((sum, each) => sum + each.cents, 0)
/** Of the payment that settled the order. */
export const receiptOf = (order: PaymentOrder) => order.payments.find(each => each.settles)?.receipt
