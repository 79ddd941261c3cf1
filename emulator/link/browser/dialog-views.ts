/** What each view of the dialog looks like. A view gets its data and what to do next, and knows no more. */
export const DIALOG_VIEWS = String.raw`
var PRODUCTS = {
  transactions: 'Transactions: what was paid, to whom and when',
  investments: 'Investments: holdings and trades',
  liabilities: 'Loans and cards: rates, payments and due dates',
  identity: 'Identity: names and addresses of the owners',
  auth: 'Account and routing numbers',
  income_verification: 'Income: what is paid in, and by whom',
  cra_base_report: 'A consumer report for a decision about you',
  assets: 'Assets: balances and history in a report',
  statements: 'Statements: the bank\u2019s own documents'
};

function primary(text, onClick) {
  return h('button', { class: 'primary', type: onClick ? 'button' : 'submit', click: onClick || null }, text);
}

function quiet(text, onClick) {
  return h('button', { class: 'quiet', type: 'button', click: onClick }, text);
}

function problemText(text) {
  return text ? h('p', { class: 'problem', role: 'alert' }, text) : null;
}

function disc(institution, size) {
  if (institution.logo) return h('img', { class: 'disc ' + (size || ''), src: 'data:image/png;base64,' + institution.logo, alt: '', width: '40', height: '40' });
  var words = institution.name.split(/\s+/);
  var element = h('span', { class: 'disc ' + (size || ''), 'aria-hidden': 'true' }, words[0].charAt(0) + (words[1] || '').charAt(0));
  element.style.background = institution.color;
  return element;
}

function bankHead(institution, title) {
  return [h('div', { class: 'bank-line' }, disc(institution), h('span', null, institution.name)), h('h1', null, title)];
}

function consentView(session, onContinue) {
  var items = session.products.map(function (name) { return PRODUCTS[name]; }).filter(Boolean);
  if (session.is_update) return [
    bankHead(state.institution, session.client_name + ' asks to see more'),
    h('p', { class: 'lead' }, 'Your accounts stay connected as they are. This is added if you agree.'),
    h('h2', null, 'What is shared in addition'),
    h('ul', { class: 'plain' }, items.map(function (text) { return h('li', null, text); })),
    h('div', { class: 'foot' }, primary('Agree and continue', onContinue), quiet('Close', askExit))
  ];
  items.unshift('Balances and account names');
  return [
    h('h1', null, session.client_name + ' uses Plaid to connect your accounts'),
    h('p', { class: 'lead' }, 'You choose the bank and the accounts. Your log-in goes to the bank and is not seen by ' + session.client_name + '.'),
    h('h2', null, 'What is shared'),
    h('ul', { class: 'plain' }, items.map(function (text) { return h('li', null, text); })),
    h('div', { class: 'foot' }, primary('Continue', onContinue))
  ];
}

function searchView(found, query, onSearch, onPick) {
  var input = h('input', {
    type: 'search', id: 'search', placeholder: 'Search for a bank', 'aria-label': 'Search for a bank',
    autocomplete: 'off', spellcheck: 'false', 'data-focus': true
  });
  input.value = query;
  input.addEventListener('input', function () { onSearch(input.value); });
  var view = [h('h1', null, 'Select your bank'), h('div', { class: 'search' }, input), h('p', { id: 'found', class: 'sr', role: 'status' }), h('div', { id: 'results' }, resultsView(found, query, onPick))];
  input.addEventListener('keydown', function (event) { stepThrough(event, input); });
  return view;
}

function resultsView(found, query, onPick) {
  if (found.length === 0) {
    return h('p', { class: 'empty', role: 'status' }, 'No bank matches \u201C' + query + '\u201D. Try the first letters of its name.');
  }
  return h('ul', { class: 'banks' }, found.map(function (institution) {
    // A row that stays is the same element, so that a click in progress is not lost.
    return document.querySelector('li[data-bank="' + institution.id + '"]') || h('li', { 'data-bank': institution.id }, h('button', {
      type: 'button', class: 'bank-row', click: function () { onPick(institution); },
      keydown: function (event) { stepThrough(event, event.currentTarget); }
    }, disc(institution), h('span', { class: 'bank-text' }, h('span', null, institution.name), h('small', null, institution.url)), tagOf(institution)));
  }));
}

function tagOf(institution) {
  var words = { degraded: 'slow today', down: 'down', unsupported: 'not supported' }[institution.health] ||
    { returning_user: 'used before', routing_number: 'your bank' }[institution.match_reason];
  return words ? h('span', { class: 'tag' }, words) : null;
}

// Up and down move through the list, as in any list of results.
function stepThrough(event, from) {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  var stops = [byId('search')].concat(Array.prototype.slice.call(document.querySelectorAll('.bank-row')));
  var next = stops[stops.indexOf(from) + (event.key === 'ArrowDown' ? 1 : -1)];
  event.preventDefault();
  if (next) next.focus();
}

function credentialsView(institution, session, problem, onSubmit) {
  var user = h('input', { id: 'username', name: 'username', autocomplete: 'off', autocapitalize: 'none', spellcheck: 'false', required: true, 'data-focus': true });
  var password = h('input', { id: 'password', name: 'password', type: 'password', autocomplete: 'off', required: true });
  if (state.credentials && state.credentials.username) user.value = state.credentials.username;
  return h('form', { class: 'stack', submit: function (event) { event.preventDefault(); onSubmit(user.value, password.value); } },
    bankHead(institution, session.is_update ? 'Log in again' : 'Log in'),
    problemText(problem),
    h('label', { class: 'field' }, h('span', null, 'User name'), user),
    h('label', { class: 'field' }, h('span', null, 'Password'), password),
    h('details', { class: 'hint', open: !problem },
      h('summary', null, 'Log-ins of the emulator'),
      h('p', null, h('button', { type: 'button', class: 'inline', click: function () { user.value = 'user_good'; password.value = 'pass_good'; password.focus(); } }, 'Fill in user_good'), ' with pass_good.'),
      h('p', null, 'user_custom takes its accounts as JSON for a password. The passwords mfa_device and error_ITEM_LOCKED try further questions and a refusal.')),
    h('div', { class: 'foot' }, primary('Log in')));
}

function accountsView(session, accounts, problem, onSubmit) {
  var isOne = session.account_select === 'one';
  var chosen = accounts.filter(function (account) { return account.selected; });
  if (chosen.length === 0 && !session.is_update) chosen = accounts;
  if (isOne) chosen = chosen.slice(0, 1);
  return h('form', { class: 'stack', submit: function (event) {
    event.preventDefault();
    onSubmit(Array.prototype.map.call(event.currentTarget.querySelectorAll('input:checked'), function (box) { return box.value; }));
  } },
    bankHead(state.institution, isOne ? 'Select the account to share' : 'Select the accounts to share'),
    problemText(problem),
    h('fieldset', { class: 'choices' }, h('legend', { class: 'sr' }, 'Accounts'), accounts.map(function (account) {
      return accountRow(account, isOne ? 'radio' : 'checkbox', chosen.indexOf(account) >= 0);
    })),
    h('div', { class: 'foot' }, primary('Continue')));
}

function accountRow(account, kindOfBox, isTicked) {
  var box = h('input', { type: kindOfBox, name: 'account', value: account.key });
  box.checked = isTicked;
  return h('label', { class: 'choice' }, box,
    h('span', { class: 'choice-text' }, h('span', null, account.name), h('small', null, kindText(account))),
    h('span', { class: 'amount' }, amountText(account)));
}

function kindText(account) {
  return (account.subtype || account.type) + (account.mask ? ' \u2022\u2022\u2022\u2022 ' + account.mask : '');
}

function sharedView(accounts) {
  return h('ul', { class: 'plain shared', 'aria-label': 'Accounts' }, accounts.map(function (account) {
    return h('li', null, h('span', null, account.name), h('small', null, kindText(account)));
  }));
}

function amountText(account) {
  if (account.balance === null) return '';
  try {
    return account.balance.toLocaleString('en-US', { style: 'currency', currency: account.currency }).replace('-', '\u2212');
  } catch (unofficial) {
    return account.balance + ' ' + account.currency;
  }
}

function loadingView(text) {
  return [h('div', { class: 'wait', role: 'status' }, h('span', { class: 'line', 'aria-hidden': 'true' }), h('p', null, text))];
}

function messageView(institution, title, lines, actions) {
  return [institution ? bankHead(institution, title) : h('h1', null, title),
    lines.filter(Boolean).map(function (line) { return typeof line === 'string' ? h('p', { class: 'lead' }, line) : line; }),
    h('div', { class: 'foot' }, actions)];
}
`;
