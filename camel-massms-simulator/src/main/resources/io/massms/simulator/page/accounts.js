import { del, post, put } from './api.js';
import { el, whenChanged } from './dom.js';
import { words } from './format.js';

/** What opens an account at each provider, as the provider calls it, in which states it can be, and who can be under maintenance. */
const KINDS = {
  linktosms: { fields: [['apiId', 'api_id'], ['user', 'user'], ['secret', 'password']], states: ['PRODUCT_INACTIVE', 'COMPANY_INACTIVE'] },
  markettext: { fields: [['apiId', 'api_id'], ['user', 'user'], ['secret', 'password']], states: ['PRODUCT_INACTIVE', 'COMPANY_INACTIVE'] },
  itcloud: { fields: [['user', 'user'], ['secret', 'token']], states: [], maintenance: true },
  natalia: { fields: [['user', 'user'], ['secret', 'password']], states: [], maintenance: true },
  smsmasivos: { fields: [['user', 'usuario'], ['secret', 'clave'], ['apiKey', 'apikey (alone, or with both)']], states: ['EXPIRED'] },
};

const field = (label, control) => el('label', { class: 'field' }, el('span', {}, label), control);
const choice = (name, values) => el('select', { name }, ...values.map((value) => el('option', { value }, value.includes('_') || value === value.toUpperCase() ? words(value) : value)));

/** Each provider's accounts, balance and maintenance, and a form for one more account. */
export function createAccounts({ providers, act }) {
  const table = el('tbody');
  const anybody = el('button', { type: 'button', class: 'quiet', onclick: () => act(del('/api/accounts')) }, 'Take any credentials again');
  const root = el('div', { class: 'stack' },
    el('table', { class: 'grid' }, el('thead', {}, el('tr', {},
      el('th', {}, 'Account'), el('th', {}, 'Balance'), el('th', {}, 'Maintenance'))), table),
    el('details', {}, el('summary', {}, 'Take certain credentials only'), createForm(providers, act)),
    el('div', { class: 'row' }, anybody));

  const show = whenChanged((accounts, balances, maintenance) => {
    anybody.hidden = accounts.length === 0;
    table.replaceChildren(...providers.map((id) => el('tr', { 'data-account': id },
      el('th', { scope: 'row' }, el('span', { class: `provider p-${id}` }, id), who(accounts.filter(({ provider }) => provider === id))),
      el('td', {}, el('input', {
        type: 'number', step: 'any', min: 0, value: balances[id], 'aria-label': `Balance at ${id}`,
        onchange: ({ target }) => {
          if (target.value !== '') act(put(`/api/balances/${id}`, { amount: Number(target.value) }));
        },
      })),
      el('td', {}, KINDS[id].maintenance && el('input', {
        type: 'checkbox', checked: maintenance.includes(id), 'aria-label': `${id} is under maintenance`,
        onchange: (event) => act(put(`/api/maintenance/${id}`, { on: event.target.checked })),
      })))));
  });
  return { root, show };
}

function who(accounts) {
  if (accounts.length === 0) return el('p', { class: 'muted' }, 'any credentials');
  return accounts.map(({ apiId, user, status }) => el('p', { class: 'account' },
    [apiId, user].filter(Boolean).join('/') || 'by API key',
    status === 'ACTIVE' ? null : el('span', { class: 'bad' }, ` ${words(status)}`)));
}

function createForm(providers, act) {
  const provider = choice('provider', providers);
  const fields = el('div', { class: 'fields' });
  const form = el('form', { class: 'form', onsubmit: submit }, field('Provider', provider), fields,
    el('div', { class: 'row' }, el('button', { type: 'submit', class: 'primary' }, 'Add account')));

  function adapt() {
    const kind = KINDS[provider.value];
    fields.replaceChildren(
      ...kind.fields.map(([name, label]) => field(label, el('input', {
        name, type: name === 'secret' || name === 'apiKey' ? 'password' : 'text', autocomplete: 'new-password', spellcheck: 'false',
      }))),
      field('Status', choice('status', ['ACTIVE', ...kind.states])));
  }

  function submit(event) {
    event.preventDefault();
    const given = [...new FormData(form)].filter(([, value]) => value !== '');
    act(post('/api/accounts', Object.fromEntries(given)).then(adapt));
  }

  provider.addEventListener('change', adapt);
  adapt();
  return form;
}
