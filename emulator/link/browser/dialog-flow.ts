/** The order of the views, from the first word of the page around to the last one back. */
export const DIALOG_FLOW = String.raw`
var RETRY_LOGIN = ['INVALID_CREDENTIALS', 'INVALID_UPDATED_USERNAME', 'INSUFFICIENT_CREDENTIALS'];
var TEXTS = {
  INVALID_CREDENTIALS: 'The user name or the password is not right. Try again.',
  INVALID_UPDATED_USERNAME: 'This connection belongs to another user name. Use the one it was made with.',
  INVALID_MFA: 'That answer is not right. Try again.'
};
var TITLES = {
  ITEM_LOCKED: 'The bank has locked this log-in', NO_ACCOUNTS: 'No account to share',
  INSTITUTION_DOWN: 'The bank cannot be reached', INSTITUTION_NOT_RESPONDING: 'The bank does not answer',
  INSTITUTION_NO_LONGER_SUPPORTED: 'This bank is not supported', USER_SETUP_REQUIRED: 'The bank needs you to finish setting up'
};

async function start(message) {
  state.token = message.token;
  var stateId = message.receivedRedirectUri ? new URL(message.receivedRedirectUri).searchParams.get('oauth_state_id') : null;
  try {
    state.session = await call('session', {});
  } catch (error) {
    emit('OPEN');
    return leave(error);
  }
  state.institution = state.session.institution;
  emit('OPEN', { view_name: 'CONSENT', is_update_mode: String(state.session.is_update) });
  if (stateId) return finishOauth(stateId);
  if (state.session.is_update) return enter(state.institution);
  show('CONSENT', consentView(state.session, function () {
    if (state.institution) enter(state.institution);
    else showSearch();
  }), { isSilent: true });
}

async function showSearch() {
  state.institution = null;
  state.credentials = null;
  state.isEntered = false;
  try {
    var answer = await call('institutions', { query: state.query || '' });
    show('SELECT_INSTITUTION', searchView(answer.institutions, state.query || '', search, pick), { status: 'requires_credentials' });
  } catch (error) {
    fail(error);
  }
}

var searchTimer = 0;
function search(query) {
  clearTimeout(searchTimer);
  state.query = query;
  searchTimer = setTimeout(async function () {
    try {
      var answer = await call('institutions', { query: query });
      if (state.query !== query || state.view !== 'SELECT_INSTITUTION') return;
      emit('SEARCH_INSTITUTION', { institution_search_query: query });
      state.status = answer.institutions.length ? 'requires_credentials' : 'institution_not_found';
      byId('results').replaceChildren(resultsView(answer.institutions, query, pick));
    } catch (error) {
      fail(error);
    }
  }, 150);
}

function pick(institution) {
  state.institution = institution;
  if (institution.health === 'down') {
    emit('SELECT_DOWN_INSTITUTION');
    return show('ERROR', messageView(institution, 'This bank cannot be reached now', ['It has trouble of its own. Try again in a while, or choose another bank.'],
      [primary('Choose another bank', showSearch)]), { back: showSearch });
  }
  if (institution.health === 'degraded') emit('SELECT_DEGRADED_INSTITUTION');
  emit('SELECT_INSTITUTION');
  if (institution.health === 'unsupported') {
    return fail({ error_type: 'INSTITUTION_ERROR', error_code: 'INSTITUTION_NO_LONGER_SUPPORTED', error_message: 'this institution is no longer supported', display_message: null });
  }
  if (institution.health !== 'degraded') return enter(institution);
  show('ERROR', messageView(institution, 'This bank is slow today', ['Connecting may take longer than usual, or fail.'],
    [primary('Go on anyway', function () { enter(institution); }), quiet('Choose another bank', showSearch)]), { back: showSearch });
}

function enter(institution) {
  state.isEntered = true;
  if (institution.oauth) return startOauth(null);
  showCredentials(null);
}

function showCredentials(problem) {
  show('CREDENTIAL', credentialsView(state.institution, state.session, problem, function (username, password) {
    state.credentials = { institution_id: state.institution.id, username: username, password: password };
    state.answers = [];
    emit('SUBMIT_CREDENTIALS');
    login();
  }), { status: 'requires_credentials', back: state.session.institution ? null : showSearch });
}

async function login() {
  show('LOADING', loadingView('Logging in at ' + state.institution.name));
  try {
    var answer = await call('login', Object.assign({ mfa_answers: state.answers }, state.credentials));
    if (answer.mfa) return showMfa(answer.mfa, null);
    state.error = null;
    if (state.session.account_selection) return showAccounts(answer.accounts, null);
    finish(answer.accounts.map(function (account) { return account.key; }));
  } catch (error) {
    if (error.error_code === 'INVALID_MFA' && state.answers.length) return retryMfa(error);
    fail(error);
  }
}

function showMfa(challenge, problem) {
  var statuses = { device: 'choose_device', code: 'requires_code', questions: 'requires_questions', selections: 'requires_selections' };
  state.challenge = challenge;
  show('MFA', mfaView(challenge, problem, function (answers) {
    emit('SUBMIT_MFA', { mfa_type: challenge.type });
    state.answers = state.answers.concat(answers);
    state.asked = answers.length;
    login();
  }), { status: statuses[challenge.type], event: { mfa_type: challenge.type } });
}

function retryMfa(error) {
  state.error = error;
  emit('ERROR', errorFields(error));
  state.answers = state.answers.slice(0, state.answers.length - state.asked);
  showMfa(state.challenge, TEXTS.INVALID_MFA);
}

function showAccounts(accounts, problem) {
  show('SELECT_ACCOUNT', accountsView(state.session, accounts, problem, function (keys) {
    if (keys.length === 0) return showAccounts(accounts, 'Tick at least one account.');
    finish(keys);
  }), { status: 'requires_account_selection', isSilent: Boolean(problem) });
}

async function finish(keys) {
  show('LOADING', loadingView('Connecting your accounts'));
  try {
    showConnected(await call('finish', Object.assign({ account_keys: keys, link_session_id: state.session.link_session_id }, state.credentials)));
  } catch (error) {
    fail(error);
  }
}

function showConnected(answer) {
  state.credentials = null;
  state.done = answer;
  var title = state.session.is_update ? 'You are connected again' : 'Your accounts are connected';
  show('CONNECTED', messageView(state.institution, title, ['Go back to ' + state.session.client_name + ' to see them.'], [primary('Finish', handOff)]));
}

function handOff() {
  emit('HANDOFF');
  tell({ type: 'success', public_token: state.done.public_token, metadata: state.done.metadata });
}

// A log-in that can be corrected goes back to its form; anything else gets a view that says what it is.
function fail(error) {
  if (error.error_code === 'INVALID_LINK_TOKEN') return leave(error);
  state.error = error;
  emit('ERROR', errorFields(error));
  if (state.credentials && RETRY_LOGIN.indexOf(error.error_code) >= 0) {
    return showCredentials(TEXTS[error.error_code] || error.display_message);
  }
  var again = state.institution && !state.institution.oauth ? function () { showCredentials(null); } : function () { startOauth(null); };
  var actions = [state.institution && state.institution.health !== 'unsupported' ? primary('Try again', again) : null,
    state.session.institution ? null : quiet('Choose another bank', showSearch), quiet('Close', function () { leave(state.error); })];
  show('ERROR', messageView(state.institution, TITLES[error.error_code] || 'That did not work',
    [error.display_message || 'Nothing was shared.', 'Code: ' + error.error_code], actions));
}

function askExit() {
  if (state.done) return handOff();
  if (!state.isEntered) return leave(state.error);
  if (state.view === 'EXIT' || state.view === 'LOADING') return;
  var before = { view: state.view, nodes: Array.prototype.slice.call(byId('view').childNodes), back: byId('back').onclick, hidden: byId('back').hidden };
  show('EXIT', messageView(null, 'Leave without connecting?', ['Nothing has been shared so far.'], [
    primary('Go on connecting', function () {
      state.view = before.view;
      byId('view').replaceChildren.apply(byId('view'), before.nodes);
      byId('back').onclick = before.back;
      byId('back').hidden = before.hidden;
    }),
    quiet('Leave', function () { leave(state.error); })
  ]));
}

function leave(error) {
  emit('EXIT', Object.assign({ exit_status: state.status }, errorFields(error)));
  tell({ type: 'exit', error: errorForExit(error), metadata: snapshot() });
}

byId('close').addEventListener('click', askExit);
document.addEventListener('keydown', function (event) {
  // Escape inside the frame does not reach the dialog around it.
  if (event.key === 'Escape') askExit();
});
window.addEventListener('message', function (event) {
  var message = event.data;
  if (event.source !== window.parent || event.origin !== HOST.origin) return;
  if (!message || message.channel !== CHANNEL || message.id !== HOST.id) return;
  if (message.type === 'start' && !state.token) start(message);
  if (message.type === 'ask-exit') askExit();
});
if (params.get('theme')) document.documentElement.setAttribute('data-theme', params.get('theme'));
if (HOST.origin && window.parent !== window) tell({ type: 'ready' });
`;
