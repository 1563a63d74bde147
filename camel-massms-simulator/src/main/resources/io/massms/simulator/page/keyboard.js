/** Single keys for whoever has no hand free for the mouse; none works while someone types. */
export function bindKeys({ move, search, reply, tab, help }) {
  const actions = {
    j: () => move(1), k: () => move(-1), '/': search, r: reply, '?': help,
    1: () => tab(0), 2: () => tab(1), 3: () => tab(2), 4: () => tab(3), 5: () => tab(4),
  };
  document.addEventListener('keydown', (event) => {
    const typing = event.target.closest('input, textarea, select, dialog');
    if (event.key === 'Escape' && typing) event.target.blur();
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !(event.key in actions)) return;
    event.preventDefault();
    actions[event.key]();
  });
}
