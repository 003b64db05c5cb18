import { get, post } from '@/http'
import { addTexts } from '@/i18n'
import texts from '@/locales/zh-CN/payments.json'

addTexts('payments', texts)

export interface Fee { name: string, cents: number, basis: string }
export interface Payment { channel: string, receipt: string, cents: number, paidAt: string, toRefund: boolean }
export interface PaymentOrder { no: string, applicationNo: string, caseNo: string, itemName: string, departmentName: string, payer: string, cents: number, fees: Fee[], issuedAt: string, until: string, state: 'OPEN' | 'PAID' | 'WAIVED' | 'CANCELLED', stateLabel: string, settledAt: string | null, payable: boolean, cashier: string | null, payments: Payment[] }
/** What became of money that was registered. */
export interface Received { status: 'SETTLED' | 'DUPLICATE' | 'TO_REFUND' }

const address = (no: string) => `/api/payment-orders/${encodeURIComponent(no)}`
export const paymentOrder = (no: string, signal?: AbortSignal) => get<PaymentOrder>(address(no), { signal })
export const register = (no: string, receiptNo: string, amount: string) => post<Received>(`${address(no)}/payments`, { receiptNo, amount })
/** The demonstration's cashier only: nothing is paid. */
export const simulate = (no: string) => post<Received>(`${address(no)}/simulated-payment`)

export const tones = { OPEN: 'warn', PAID: 'good', WAIVED: 'good', CANCELLED: 'plain' } as const
/** 80.00 */
export const showYuan = (cents: number) => (cents / 100).toFixed(2)
export const toRefund = (order: PaymentOrder) => order.payments.filter(each => each.toRefund).reduce((sum, each) => sum + each.cents, 0)
/** Of the payment that settled the order. */
export const receiptOf = (order: PaymentOrder) => order.payments.find(each => !each.toRefund)?.receipt
