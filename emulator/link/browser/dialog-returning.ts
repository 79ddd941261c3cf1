/** The shorter ways in for a user whom Plaid recognises: a code by text message, or the password alone (section 3b). */
export const DIALOG_RETURNING = String.raw`
function showMatchedConsent(institution) {
  var byCode = institution.shortcuts.indexOf('phoneotp') >= 0;
  var byPassword = function () { chooseShortcut('password', showMatchedCredential); };
  show('MATCHED_CONSENT', messageView(institution, 'Welcome back', ['You have connected ' + institution.name + ' before, so this time it takes less typing.'], byCode
    ? [primary('Text a code to \u2022\u2022\u2022\u2022 0123', function () { chooseShortcut('phoneotp', showMatchedMfa); }), quiet('Use my password', byPassword)]
    : [primary('Continue', byPassword), quiet('Log in with another user name', function () { showCredentials(null); })]),
  { status: 'requires_credentials', back: backToSearch() });
}

function chooseShortcut(selection, next) {
  emit('MATCHED_SELECT_VERIFY_METHOD', { selection: selection });
  next(null);
}

function showMatchedMfa(problem) {
  show('MATCHED_MFA', matchedView('Enter the code', problem, [answerField('Code sent to \u2022\u2022\u2022\u2022 0123', true, 'one-time-code'),
    h('p', { class: 'hint' }, 'The emulator\u2019s code is 123456.')], function (code) {
    emit('SUBMIT_MFA', { mfa_type: 'code' });
    state.credentials = { institution_id: state.institution.id, shortcut: 'phoneotp', code: code };
    state.answers = [];
    login();
  }), { status: 'requires_code', event: { mfa_type: 'code' }, back: backToSearch() });
}

function showMatchedCredential(problem) {
  var password = h('input', { name: 'answer', type: 'password', autocomplete: 'off', required: true, 'data-focus': true });
  show('MATCHED_CREDENTIAL', matchedView('Enter your password', problem, [
    h('p', { class: 'lead' }, 'Your user name is remembered: user\u2022\u2022\u2022\u2022\u2022'),
    h('label', { class: 'field' }, h('span', null, 'Password'), password),
    h('p', { class: 'hint' }, 'The emulator\u2019s password is pass_good.')], function (typed) {
    submitLogin({ shortcut: 'password', password: typed });
  }), { status: 'requires_credentials', back: backToSearch() });
}

function matchedView(title, problem, fields, onSubmit) {
  return h('form', { class: 'stack', submit: function (event) {
    event.preventDefault();
    onSubmit(String(new FormData(event.currentTarget).get('answer')));
  } }, bankHead(state.institution, title), problemText(problem), fields, h('div', { class: 'foot' }, primary('Continue')));
}
`;
