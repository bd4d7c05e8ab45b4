// The shapes of statuses and verdicts, so that they can be told apart without color.

import {svg} from './dom.js';

const circle = (attributes = {}) => svg('circle', {cx: 8, cy: 8, r: 6.2, ...attributes});
const line = (d) => svg('path', {d});
const inside = (d) => svg('path', {d, class: 'inside'});
const solid = () => circle({class: 'solid'});

const SHAPES = {
  delayed: () => [circle(), line('M8 4.5V8l2.4 1.6')],
  queued: () => [line('M3 4.5h10M3 8h10M3 11.5h6')],
  executing: () => [circle({class: 'faint'}), svg('path', {d: 'M8 1.8A6.2 6.2 0 0 1 14.2 8', class: 'turning'})],
  succeeded: () => [solid(), inside('M5 8.2 7.2 10.4 11 6')],
  failed: () => [svg('path', {d: 'M5.3 1.6h5.4l3.7 3.7v5.4l-3.7 3.7H5.3l-3.7-3.7V5.3z', class: 'solid'}), inside('M5.6 5.6l4.8 4.8M10.4 5.6l-4.8 4.8')],
  expired: () => [svg('path', {d: 'M8 1.5 15 14H1z', class: 'solid'}), inside('M8 6v3.6M8 11.6v.2')],
  faulted: () => [svg('path', {d: 'M9.2 1 3 9.4h4L6.4 15l6.6-8.6H8.8z', class: 'solid'})],
  canceled: () => [circle(), line('M3.8 12.2l8.4-8.4')],
  unknown: () => [circle({'stroke-dasharray': '2.6 2.2'})],
};

export function icon(shape) {
  return svg('svg', {class: `icon ${shape}`, viewBox: '0 0 16 16', 'aria-hidden': 'true'}, ...SHAPES[shape]());
}
