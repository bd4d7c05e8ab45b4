// Asks for a secret. It is kept in the memory of this page only.

import {byId, setText} from './dom.js';

const dialog = byId('token');
const field = dialog.querySelector('input');

// Rejects if the user enters nothing.
export function secret(title, why) {
  setText(byId('token-heading'), title);
  setText(byId('token-why'), why);
  field.value = '';
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise((resolve, reject) => {
    dialog.addEventListener(
      'close',
      () => {
        const entered = field.value;
        field.value = '';
        if (entered) {
          resolve(entered);
        } else {
          reject(new Error(`${title}: nothing was entered`));
        }
      },
      {once: true},
    );
  });
}
