/**
 * Where a person's name and number come from: a card reader, or the clerk's hands. A reader that works as a keyboard types the
 * card as one line and ends it with Enter, its fields apart by `|`, `^`, a tab or a comma, in whatever order:
 *
 *     CARD|陈静|女|汉|19920315|湖南省长沙市天心区书院路|430102199203154521|长沙市公安局|20190520-20390520
 *
 * The number is the field with eighteen digits, the name the first field of Chinese signs that is neither sex nor people; what
 * else stands there is not kept. More readers come as more functions of the same kind.
 */
export interface Card { name: string, idNo: string }
export type Reading = { card: Card } | { wrong: 'number' | 'line' }
export type Reader = (line: string) => Reading

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECKS = '10X98765432'
const PEOPLE = '汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺'.split(' ')

/** Eighteen digits whose last is the check digit of the others (GB 11643). */
export function isIdNo(text: string): boolean {
  const no = text.trim().toUpperCase()
  return /^\d{17}[\dX]$/.test(no) && CHECKS[WEIGHTS.reduce((sum, weight, at) => sum + weight * Number(no[at]), 0) % 11] === no[17]
}

/** The line of a reader that works as a keyboard. */
export const cardReader: Reader = line => read(line.split(/[|^\t,，]/))

/** What was typed or pasted: name and number, apart by spaces or anything else. */
export const handReader: Reader = text => read(text.split(/[\s|^,，:：;；]+/))

function read(parts: string[]): Reading {
  const fields = parts.map(part => part.trim().replace(/^["“]|["”]$/g, '')).filter(Boolean)
  const number = fields.find(field => /^\d{17}[\dXx]$/.test(field))
  const name = fields.find(isName)
  if (!number || !name) return { wrong: 'line' }
  return isIdNo(number) ? { card: { name, idNo: number.toUpperCase() } } : { wrong: 'number' }
}

const isName = (field: string) => /^[\p{Script=Han}·]{2,25}$/u.test(field) && !PEOPLE.includes(field.replace(/族$/, '')) && !['姓名', '号码', '公民身份号码', '身份证'].includes(field)

/** A reader that is not there: types a card into a field as a real one does. For specs and for the client without a server. */
export function emulate(field: HTMLInputElement, { name, idNo }: Card) {
  const line = `CARD|${name}|女|汉|${idNo.slice(6, 14)}|湖南省长沙市|${idNo}|长沙市公安局|20190520-20390520`
  for (const sign of line) {
    field.value += sign
    field.dispatchEvent(new InputEvent('input', { bubbles: true, data: sign }))
  }
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }))
}
