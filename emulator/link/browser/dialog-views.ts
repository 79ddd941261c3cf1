/** What each view of the dialog looks like. A view gets its data and what to do next, and knows no more. */
export const DIALOG_VIEWS = String.raw`
var PRODUCTS = {
  transactions: 'Transactions: what was paid, to whom and when',
  investments: 'Investments: holdings and trades',
  liabilities: 'Loans and cards: rates, payments and due dates',
  identity: 'Identity: names and addresses of the owners',
  auth: 'Account and routing numbers',
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
  var words = institution.name.split(/\s+/);
  var element = h('span', { class: 'disc ' + (size || ''), 'aria-hidden': 'true' }, words[0].charAt(0) + (words[1] || '').charAt(0));
  element.style.background = institution.color;
  return element;
}

function bankHead(institution, title) {
  return [h('div', { class: 'bank-line' }, disc(institution), h('span', null, institution.name)), h('h1', null, title)];
}

function consentView(session, onContinue) {
  var items = ['Balances and account names'].concat(session.products.map(function (name) { return PRODUCTS[name]; }).filter(Boolean));
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
  var view = [h('h1', null, 'Select your bank'), h('div', { class: 'search' }, input), h('div', { id: 'results' }, resultsView(found, query, onPick))];
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
    }, disc(institution), h('span', { class: 'bank-text' }, h('span', null, institution.name), h('small', null, institution.url)), healthTag(institution)));
  }));
}

function healthTag(institution) {
  var words = { degraded: 'slow today', down: 'down', unsupported: 'not supported' }[institution.health];
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
  if (state.credentials) user.value = state.credentials.username;
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
  var isFresh = !session.is_update;
  return h('form', { class: 'stack', submit: function (event) {
    event.preventDefault();
    onSubmit(Array.prototype.map.call(event.currentTarget.querySelectorAll('input:checked'), function (box) { return box.value; }));
  } },
    bankHead(state.institution, 'Select the accounts to share'),
    problemText(problem),
    h('fieldset', { class: 'choices' }, h('legend', { class: 'sr' }, 'Accounts'), accounts.map(function (account) {
      return accountRow(account, isFresh || account.selected);
    })),
    h('div', { class: 'foot' }, primary('Continue')));
}

function accountRow(account, isTicked) {
  var kind = (account.subtype || account.type) + (account.mask ? ' \u2022\u2022\u2022\u2022 ' + account.mask : '');
  var box = h('input', { type: 'checkbox', name: 'account', value: account.key });
  box.checked = isTicked;
  return h('label', { class: 'choice' }, box,
    h('span', { class: 'choice-text' }, h('span', null, account.name), h('small', null, kind)),
    h('span', { class: 'amount' }, amountText(account)));
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
    lines.filter(Boolean).map(function (line) { return h('p', { class: 'lead' }, line); }),
    h('div', { class: 'foot' }, actions)];
}

function mfaView(challenge, problem, onSubmit) {
  var titles = { device: 'Where should the code go?', code: 'Enter the code', questions: 'Answer the bank\u2019s questions', selections: 'Answer the bank\u2019s questions' };
  return h('form', { class: 'stack', submit: function (event) {
    event.preventDefault();
    onSubmit(new FormData(event.currentTarget).getAll('answer'));
  } }, bankHead(state.institution, titles[challenge.type]), problemText(problem), mfaFields(challenge), h('div', { class: 'foot' }, primary('Continue')));
}

function mfaFields(challenge) {
  if (challenge.type === 'device') return h('fieldset', { class: 'choices' }, h('legend', { class: 'sr' }, 'Device'), challenge.devices.map(function (device, index) {
    return radio('answer', String(index), device, index === 0);
  }));
  if (challenge.type === 'code') return [answerField('Code sent by: ' + challenge.prompt, true), h('p', { class: 'hint' }, 'The emulator\u2019s code is 1234.')];
  if (challenge.type === 'questions') return challenge.questions.map(function (question, index) { return answerField(question, index === 0); });
  return challenge.questions.map(function (asked, index) {
    return h('label', { class: 'field' }, h('span', null, asked.question), h('select', { name: 'answer', 'data-focus': index === 0 }, asked.answers.map(function (answer) { return h('option', null, answer); })));
  });
}

function answerField(label, isFirst) {
  return h('label', { class: 'field' }, h('span', null, label), h('input', { name: 'answer', autocomplete: 'off', required: true, 'data-focus': isFirst }));
}

function radio(name, value, text, isChecked) {
  return h('label', { class: 'choice' }, h('input', { type: 'radio', name: name, value: value, checked: isChecked }), h('span', { class: 'choice-text' }, h('span', null, text)));
}
`;
