import type { Browser } from 'playwright-core'

export interface Certificate { certificateNo: string, childName: string, childSex: string, bornOn: string, motherName: string, motherIdNo: string, fatherName: string, fatherIdNo: string }

/** A picture of a birth certificate that does not exist, drawn by the browser; its people are fictional. */
export async function scanOf(browser: Browser, of: Certificate): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: 1684, height: 1190 } })
  const [year, month, day] = of.bornOn.split('-')
  const words: [text: string, x: number, y: number, size: number][] = [
    ['出生医学证明', 622, 90, 72],
    ...pair('出生证编号', of.certificateNo, 1080, 220, 180),
    ...pair('新生儿姓名', of.childName, 130, 300, 190), ...pair('性别', of.childSex, 640, 300, 100), ...pair('出生时间', `${year}年${month}月${day}日08时30分`, 900, 300, 160),
    ...pair('出生孕周', '39周+2天', 130, 380, 190), ...pair('出生体重', '3260克', 640, 380, 160), ...pair('出生身长', '50厘米', 1080, 380, 160),
    ...pair('出生地点', '湖南省长沙市示例妇幼保健院', 130, 460, 190),
    ...pair('母亲姓名', of.motherName, 130, 560, 190), ...pair('国籍', '中国', 850, 560, 90), ...pair('民族', '汉族', 1130, 560, 90), ...pair('母亲身份证号', of.motherIdNo, 130, 640, 220),
    ...pair('父亲姓名', of.fatherName, 130, 740, 190), ...pair('国籍', '中国', 850, 740, 90), ...pair('民族', '汉族', 1130, 740, 90), ...pair('父亲身份证号', of.fatherIdNo, 130, 820, 220),
    ...pair('签发机构', '长沙市示例妇幼保健院', 130, 930, 190), ...pair('签发日期', `${year}年${month}月${day}日`, 1000, 930, 160),
    ['本图为系统演示样例，人员和机构均为虚构，不具有任何效力。', 130, 1080, 24],
  ]
  const sheet = words.map(([text, x, y, size]) => `<span style="position:absolute;left:${x}px;top:${y}px;font-size:${size}px;white-space:nowrap">${text}</span>`).join('')
  await page.setContent(`<body style="margin:0;background:#f4f9f5;color:#1f2328;font-family:sans-serif">${sheet}</body>`)
  const picture = await page.screenshot()
  await page.close()
  return picture
}

const pair = (label: string, value: string, x: number, y: number, gap: number): [string, number, number, number][] => [[label, x, y + 4, 32], [value, x + gap, y, 36]]
