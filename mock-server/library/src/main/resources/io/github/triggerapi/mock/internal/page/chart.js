// Draws the load of a queue in the available width, so that the labels are not scaled.

import {svg} from './dom.js';
import {steps} from './load.js';
import {time} from './format.js';

const WIDEST = 960;
const NARROWEST = 280;
const HEIGHT = 180;
const LEFT = 48;
const BOTTOM = 24;
const TOP = 12;
const STEPS = 200;

export function chart(points, place) {
  const {paddingLeft, paddingRight} = getComputedStyle(place);
  const width = Math.max(NARROWEST, Math.min(WIDEST, place.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight)));
  const shown = steps(points, STEPS);
  const most = Math.max(1, ...shown.map(({queued, executing}) => Math.max(queued, executing)));
  const x = (step) => LEFT + ((width - LEFT - 1) * step) / STEPS;
  const y = (value) => HEIGHT - BOTTOM - ((HEIGHT - BOTTOM - TOP) * value) / most;
  const path = (member) => shown.map((one, step) => `${step ? 'V' : `M${LEFT} `}${y(one[member]).toFixed(1)}H${x(step + 1).toFixed(1)}`).join('');
  const area = `M${LEFT} ${y(0)}${path('executing').replace(/^M\S+ /, 'V')}V${y(0)}Z`;
  return svg(
    'svg',
    {viewBox: `0 0 ${width} ${HEIGHT}`, role: 'img', 'aria-label': describe(points)},
    ...[...new Set([0, Math.round(most / 2), most])].flatMap((value) => [
      svg('line', {class: 'grid', x1: LEFT, x2: width, y1: y(value), y2: y(value)}),
      svg('text', {x: LEFT - 6, y: y(value) + 4, 'text-anchor': 'end'}, String(value)),
    ]),
    svg('path', {class: 'executing area', d: area}),
    svg('path', {class: 'executing', d: path('executing')}),
    svg('path', {class: 'queued', d: path('queued')}),
    svg('text', {x: LEFT, y: HEIGHT - 6}, time(points[0].at)),
    svg('text', {x: width, y: HEIGHT - 6, 'text-anchor': 'end'}, time(points.at(-1).at)),
  );
}

// Describes the chart for screen readers.
export function describe(points) {
  const peak = (member) => points.reduce((best, point) => (point[member] > best[member] ? point : best));
  const queued = peak('queued');
  const executing = peak('executing');
  const last = points.at(-1);
  return `From ${time(points[0].at)} to ${time(last.at)}: at most ${queued.queued} queued (${time(queued.at)}) and`
    + ` ${executing.executing} executing (${time(executing.at)}); at the end ${last.queued} queued and ${last.executing} executing.`;
}
