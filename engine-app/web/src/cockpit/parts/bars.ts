import { BarChart } from 'echarts/charts'
import { GridComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'

use([BarChart, GridComponent, CanvasRenderer])

/** Draws bars into an element, in the colours of the look that is on, anew where its width changes. */
export function openBars(place: HTMLElement) {
  const chart = init(place)
  const resized = new ResizeObserver(() => chart.resize())
  resized.observe(place)
  const colour = (name: string) => getComputedStyle(place).getPropertyValue(name).trim()

  function draw(rows: { name: string, value: number | null }[], show: (value: number) => string) {
    const words = getComputedStyle(place)
    chart.setOption({
      animation: false,
      textStyle: { color: words.color, fontFamily: words.fontFamily },
      grid: { left: 4, right: 70, top: 4, bottom: 4, containLabel: true },
      xAxis: { type: 'value', show: false, min: 0 },
      yAxis: { type: 'category', inverse: true, data: rows.map(row => row.name), axisLine: { show: false }, axisTick: { show: false }, axisLabel: { color: words.color, fontSize: 14, width: 140, overflow: 'truncate' } },
      series: [{
        type: 'bar', barMaxWidth: 14, itemStyle: { color: colour('--blue'), borderRadius: 7 }, data: rows.map(row => row.value),
        label: { show: true, position: 'right', color: words.color, formatter: ({ value }: { value: unknown }) => (typeof value === 'number' ? show(value) : '—') },
      }],
    })
    chart.resize()
  }
  return { draw, close: () => { resized.disconnect(); chart.dispose() } }
}
