import type { Step, TaskRow, Verb, VerbState } from '@/tasks/api'
import { presentPerson } from '../fixtures/session'
import { blockingAsks, isMine, openAsks } from './state'

export const colleagues = [
  { username: 'li.xiao', name: '李晓', open: 3 }, { username: 'tang.li', name: '唐莉', open: 6 }, { username: 'wang.jianguo', name: '王建国', open: 8 },
  { username: 'zhou.min', name: '周敏', open: 12 }, { username: 'ouyang.jing', name: '欧阳静', open: 15 }, { username: 'peng.zhiqiang', name: '彭志强', open: 21 },
]

const effects: Record<Verb, string> = {
  claim: '时限继续计算。', unclaim: '时限继续计算，任务回到本处待领。', transfer: '时限继续计算，不因转办顺延。',
  delegate: '时限继续计算；对方答复前不能作出决定。', countersignBefore: '时限继续计算；对方答复前不能作出决定。', countersignAfter: '时限继续计算；对方同意后决定生效。', joint: '时限继续计算；全部答复前不能作出决定。', withdrawAsk: '时限继续计算。', copy: '抄送仅供知悉，时限继续计算。',
  stepBack: '时限继续计算，不因退回顺延。', returnToApplicant: '终止办件，停止计时。', supplement: '补正期间不计入时限，补齐后继续计算。', specialProcedure: '特别程序所需时间不计入时限，两个时限相应顺延。', extension: '两个时限相应延后，只能延长一次。', decide: '决定作出后停止计时。',
}
const needsMine: Verb[] = ['unclaim', 'transfer', 'delegate', 'countersignBefore', 'countersignAfter', 'joint', 'withdrawAsk', 'stepBack', 'returnToApplicant', 'supplement', 'specialProcedure', 'extension', 'decide']

export function whyNot(row: TaskRow, verb: Verb): string | null {
  if (verb === 'claim') return row.assignee ? (isMine(row) ? '您已经领取。' : `${row.assigneeName} 已领取。`) : null
  if (needsMine.includes(verb) && !isMine(row)) return row.assignee ? `由 ${row.assigneeName} 办理。` : '请先领取。'
  const waiting = blockingAsks(row.id)
  if (verb === 'withdrawAsk') return openAsks(row.id).some(ask => ask.askedBy === presentPerson()?.username) ? null : '没有未答复的征求意见。'
  if (['decide', 'supplement', 'specialProcedure', 'extension', 'stepBack', 'transfer'].includes(verb) && waiting.length) return `${waiting.map(ask => ask.askedOfName).join('、')} 还没有答复，可以先减签。`
  if (row.subjectNo && ['stepBack', 'returnToApplicant', 'supplement', 'specialProcedure', 'extension'].includes(verb)) return '诉求办理没有这一项。'
  return null
}

const all = Object.keys(effects) as Verb[]
export const verbsOf = (row: TaskRow): VerbState[] => all.map(verb => ({ verb, allowed: !whyNot(row, verb), why: whyNot(row, verb), effect: effects[verb] }))

export const stepsOf = (row: TaskRow): Step[] => (row.subjectNo ? [] : [
  { key: 'acceptCase', name: '受理', endedAt: '2026-03-02T02:01:00Z', byName: null, allowed: false, why: '由系统完成，不能退回。' },
  { key: 'clerkReview', name: '综窗审查', endedAt: '2026-03-02T02:00:00Z', byName: '刘敏', allowed: true, why: null, between: ['部门初审'] },
  { key: 'firstReview', name: '部门初审', endedAt: '2026-03-03T07:30:00Z', byName: '唐莉', allowed: true, why: null },
])
