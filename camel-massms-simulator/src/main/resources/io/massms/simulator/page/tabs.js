import { $, el } from './dom.js';

/** The tabs of the right pane: each a name, a label and what it shows. */
export function createTabs(tabs, onOpen) {
  let current = null;
  const buttons = tabs.map(([name, label]) =>
    el('button', { type: 'button', role: 'tab', id: `tab-${name}`, 'aria-controls': 'panel', onclick: () => open(name) },
      label, el('span', { class: 'badge', hidden: true })));
  const list = document.querySelector('.tabs');
  list.append(...buttons);
  list.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const next = (tabs.findIndex(([name]) => name === current) + step + tabs.length) % tabs.length;
    open(tabs[next][0]);
    buttons[next].focus();
  });

  function open(name) {
    current = name;
    tabs.forEach(([tab, , content], i) => {
      buttons[i].setAttribute('aria-selected', String(tab === name));
      buttons[i].tabIndex = tab === name ? 0 : -1;
      if (tab === name) $('panel').replaceChildren(content);
    });
    $('panel').setAttribute('aria-labelledby', `tab-${name}`);
    onOpen(name);
  }

  /** A number beside a label; none for zero. */
  function badge(tab, count) {
    const node = $(`tab-${tab}`).querySelector('.badge');
    node.hidden = count === 0;
    node.textContent = count.toLocaleString();
  }

  return { open, badge, current: () => current };
}
