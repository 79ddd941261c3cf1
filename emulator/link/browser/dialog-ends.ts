/** From the log-in to the last word back to the page around: further questions, accounts, success, errors, leaving. */
export const DIALOG_ENDS = String.raw`
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
  var isRecaptcha = challenge.type === 'recaptcha';
  state.challenge = challenge;
  show(isRecaptcha ? 'RECAPTCHA' : 'MFA', mfaView(challenge, problem, function (answers) {
    if (!isRecaptcha) emit('SUBMIT_MFA', { mfa_type: challenge.type });
    state.answers = state.answers.concat(answers);
    state.asked = answers.length;
    login();
  }), { status: statuses[challenge.type], event: isRecaptcha ? {} : { mfa_type: challenge.type } });
}

function retryMfa(error) {
  state.error = error;
  emit('ERROR', Object.assign({ view_name: 'ERROR' }, errorFields(error)));
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
  var name = state.session.client_name;
  state.credentials = null;
  state.error = null;
  state.done = answer;
  var shared = sharedView(answer.metadata.accounts);
  if (!state.session.is_multi_item) {
    var title = state.session.is_update ? 'You are connected again' : 'Your accounts are connected';
    return show('CONNECTED', messageView(state.institution, title, ['Go back to ' + name + ' to see them.', shared], [primary('Finish', handOff)]));
  }
  state.query = null;
  show('CONNECTED', messageView(state.institution, 'Your accounts are connected', ['Do you have accounts at another bank? You can connect them now, too.', shared],
    [primary('Finish', handOff), quiet('Connect another bank', showSearch)]));
}

// Several Items have several tokens, and the browser gets none of them (ML-1).
async function handOff() {
  if (state.isOver) return;
  state.isOver = true;
  if (state.session.products.indexOf('income_verification') >= 0) emit('BANK_INCOME_INSIGHTS_COMPLETED');
  emit('HANDOFF');
  await report({ status: 'SUCCESS' });
  if (!state.session.is_multi_item) return tell({ type: 'success', public_token: state.done.public_token, metadata: state.done.metadata });
  tell({ type: 'success', public_token: null, metadata: { institution: null, accounts: [], link_session_id: state.session.link_session_id, transfer_status: null } });
}

// A log-in that can be corrected goes back to its form; anything else gets a view that says what it is.
function fail(error) {
  if (error.error_code === 'INVALID_LINK_TOKEN') return leave(error);
  state.error = error;
  emit('ERROR', Object.assign({ view_name: 'ERROR' }, errorFields(error)));
  var shortcut = state.credentials && state.credentials.shortcut;
  if (shortcut === 'phoneotp' && error.error_code === 'INVALID_MFA') return showMatchedMfa(TEXTS.INVALID_MFA);
  if (state.credentials && RETRY_LOGIN.indexOf(error.error_code) >= 0) {
    var problem = TEXTS[error.error_code] || error.display_message;
    return shortcut ? showMatchedCredential(problem) : showCredentials(problem);
  }
  var chosen = state.institution;
  var canRetry = chosen && chosen.health !== 'unsupported' && chosen.health !== 'down' && error.error_code !== 'RECAPTCHA_BAD';
  show('ERROR', messageView(chosen, TITLES[error.error_code] || 'That did not work',
    [ADVICE[error.error_code] || error.display_message || 'Nothing was shared.', h('p', { class: 'code' }, 'Code: ' + error.error_code)], [
      canRetry ? primary('Try again', function () { enter(chosen); }) : null,
      otherBank(!canRetry), quiet('Close', function () { leave(state.error); })]));
}

function askExit() {
  if (MODE === 'embedded') return;
  if (state.done) return handOff();
  if (!state.isEntered) return leave(state.error);
  if (state.view === 'EXIT' || state.view === 'LOADING') return;
  var before = { view: state.view, nodes: Array.prototype.slice.call(byId('view').childNodes), back: byId('back').onclick, hidden: byId('back').hidden, focus: document.activeElement };
  show('EXIT', messageView(null, 'Leave without connecting?', ['Nothing has been shared so far.'], [
    primary('Go on connecting', function () {
      state.view = before.view;
      byId('view').replaceChildren.apply(byId('view'), before.nodes);
      byId('back').onclick = before.back;
      byId('back').hidden = before.hidden;
      if (before.focus) before.focus.focus();
    }),
    quiet('Leave', function () { leave(state.error); })
  ]));
}

async function leave(error) {
  if (state.isOver) return;
  if (state.done) return handOff();
  state.isOver = true;
  emit('EXIT', Object.assign({ exit_status: state.status }, errorFields(error)));
  var metadata = snapshot();
  if (state.session) await report(exitReport(error));
  tell({ type: 'exit', error: errorForExit(error), metadata: metadata });
}
`;
