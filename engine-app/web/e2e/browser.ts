import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

const places = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The machine's own Chromium; playwright-core brings none and fetches none. */
export function openBrowser(): Promise<Browser> {
  const executablePath = places.find(place => place && existsSync(place))
  if (!executablePath) throw new Error('No Chromium found: install it (apt-get install chromium fonts-wqy-zenhei) or name it by CHROMIUM.')
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  })
}
