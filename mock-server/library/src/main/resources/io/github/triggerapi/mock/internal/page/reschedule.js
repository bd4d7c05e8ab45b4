// Asks when the delay of a run ends.

import {call} from './api.js';
import {byId, setText} from './dom.js';
import {exactTime} from './format.js';
import {notice} from './notice.js';

const dialog = byId('reschedule');
const form = dialog.querySelector('form');
const problem = byId('reschedule-problem');

byId('reschedule-close').addEventListener('click', () => dialog.close());

// Returns when the dialog is closed. It stays open, with the reason, if the server rejects what was entered.
export function reschedule(run) {
  setText(byId('reschedule-until'), `It is delayed until ${exactTime(run.delayUntil)}.`);
  form.reset();
  problem.hidden = true;
  const set = async (delay) => {
    try {
      await call(`/_mock/runs/${encodeURIComponent(run.id)}/reschedule`, {method: 'POST', body: {delay}});
      dialog.close();
      notice('The run was rescheduled');
    } catch (error) {
      setText(problem, error.message);
      problem.hidden = false;
    }
  };
  byId('reschedule-now').onclick = () => set('0s');
  form.onsubmit = (event) => {
    event.preventDefault();
    set(form.elements.delay.value.trim());
  };
  dialog.showModal();
  return new Promise((resolve) => dialog.addEventListener('close', resolve, {once: true}));
}
