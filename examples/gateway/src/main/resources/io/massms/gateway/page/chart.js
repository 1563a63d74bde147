import { el, svg } from './dom.js';
import { number, shortTime } from './format.js';

const WIDTH = 600;
const HEIGHT = 140;

const frame = (label, ...children) =>
  svg('svg', { class: 'chart', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: 'none', role: 'img', 'aria-label': label },
    ...children, svg('line', { class: 'axis', x1: 0, y1: HEIGHT, x2: WIDTH, y2: HEIGHT }));

const scale = (left, right) => el('p', { class: 'scale' }, el('span', {}, left), el('span', {}, right));

/** A value over time, the oldest first. */
export function lineChart(label, points) {
  const times = points.map((point) => Date.parse(point.time));
  const values = points.map((point) => Number(point.value));
  const span = Math.max(1, times.at(-1) - times[0]);
  const low = Math.min(...values);
  const high = Math.max(...values);
  const height = high - low;
  const x = (i) => ((times[i] - times[0]) / span) * WIDTH;
  const y = (i) => (height === 0 ? HEIGHT / 2 : 8 + (1 - (values[i] - low) / height) * (HEIGHT - 16));
  const path = points.map((_, i) => `${i === 0 ? 'M' : 'L'}${x(i).toFixed(1)} ${y(i).toFixed(1)}`).join('');
  return el('div', {},
    frame(`${label}: from ${number(values[0])} to ${number(values.at(-1))}`,
      svg('path', { class: 'area', d: `${path}L${x(points.length - 1).toFixed(1)} ${HEIGHT}L0 ${HEIGHT}Z` }),
      svg('path', { class: 'line', d: path })),
    scale(...[points[0], points.at(-1)].map(({ time, value }) => `${shortTime(time)}: ${number(value)}`)));
}

/** A bar for each point, the parts of a bar one upon the other. */
export function barChart(label, points, parts) {
  const total = (point) => parts.reduce((sum, part) => sum + point[part], 0);
  const most = Math.max(1, ...points.map(total));
  const width = WIDTH / points.length;
  const bars = points.flatMap((point, i) => {
    let top = HEIGHT;
    return parts.filter((part) => point[part] > 0).map((part) => {
      const height = (point[part] / most) * (HEIGHT - 8);
      top -= height;
      return svg('rect', { class: part, x: (i * width + 1).toFixed(1), y: top.toFixed(1), width: (width - 2).toFixed(1), height: height.toFixed(1) });
    });
  });
  return el('div', {},
    frame(`${label}: at most ${number(most)}`, ...bars),
    scale(shortTime(points[0].time), shortTime(points.at(-1).time)));
}
