import type { Box, ReadField } from '@/tasks/api'

const lines: [key: string, label: string, value: string, confidence: number, top: number][] = [
  ['childName', '新生儿姓名', '周一诺', 0.98, 190],
  ['childSex', '性别', '女', 0.99, 250],
  ['childBirthDate', '出生日期', '2026年2月20日', 0.97, 310],
  ['motherName', '母亲姓名', '陈静', 0.99, 370],
  ['motherIdNo', '母亲公民身份号码', '430102199203154521', 0.96, 430],
  ['fatherName', '父亲姓名', '周强', 0.98, 490],
  ['fatherIdNo', '父亲公民身份号码', '430103199011082313', 0.71, 550],
  ['certificateNo', '证明编号', 'X430128841', 0.93, 610],
]
const box = (top: number, value: string): Box => [330, top - 28, value.length * 26 + 24, 40]

export const readFields: ReadField[] = lines.map(([key, label, value, confidence, top]) => ({ key, label, value, confidence, page: 1, box: box(top, value) }))

const text = lines.map(([, label, value, , top]) => `<text x="70" y="${top}" font-size="24" fill="#555">${label}</text><text x="340" y="${top}" font-size="26" fill="#111">${value}</text>`).join('')
const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 700" width="900" height="700"><rect width="900" height="700" fill="#fbf6ee"/><rect x="24" y="24" width="852" height="652" fill="none" stroke="#b08a4a" stroke-width="4"/><text x="450" y="110" text-anchor="middle" font-size="44" fill="#7a2020">出生医学证明（示例）</text>${text}</svg>`

/** A drawn stand-in for a scanned certificate of fictional people. */
export const certificateImage = `data:image/svg+xml,${encodeURIComponent(svg)}`
