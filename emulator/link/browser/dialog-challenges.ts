/** The views of further questions: where a code goes, the code, questions, selections, and the proof of being human. */
export const DIALOG_CHALLENGES = String.raw`
function mfaView(challenge, problem, onSubmit) {
  var titles = { device: 'Where should the code go?', code: 'Enter the code', recaptcha: 'Are you human?' };
  return h('form', { class: 'stack', submit: function (event) {
    event.preventDefault();
    onSubmit(new FormData(event.currentTarget).getAll('answer'));
  } }, bankHead(state.institution, titles[challenge.type] || 'Answer the bank\u2019s questions'), problemText(problem), mfaFields(challenge), h('div', { class: 'foot' }, primary('Continue')));
}

function mfaFields(challenge) {
  if (challenge.type === 'recaptcha') return recaptchaFields();
  if (challenge.type === 'device') return h('fieldset', { class: 'choices' }, h('legend', { class: 'sr' }, 'Device'), challenge.devices.map(function (device, index) {
    return radio('answer', String(index), device, index === 0);
  }));
  if (challenge.type === 'code') return [answerField('Code sent by: ' + challenge.prompt, true, 'one-time-code'), h('p', { class: 'hint' }, 'The emulator\u2019s code is 1234.')];
  if (challenge.type === 'questions') return challenge.questions.map(function (question, index) { return answerField(question, index === 0, 'off'); });
  return challenge.questions.map(function (asked, index) {
    return h('label', { class: 'field' }, h('span', null, asked.question), h('select', { name: 'answer', 'data-focus': index === 0 }, asked.answers.map(function (answer) { return h('option', null, answer); })));
  });
}

function recaptchaFields() {
  return [h('label', { class: 'choice boxed' }, h('input', { type: 'checkbox', name: 'answer', value: 'human', required: true, 'data-focus': true }),
    h('span', { class: 'choice-text' }, h('span', null, 'I am not a robot'))),
  h('p', { class: 'hint' }, 'This stands for Google\u2019s reCAPTCHA. No picture has to be solved here.')];
}

function answerField(label, isFirst, autocomplete) {
  return h('label', { class: 'field' }, h('span', null, label), h('input', { name: 'answer', autocomplete: autocomplete, required: true, 'data-focus': isFirst }));
}

function radio(name, value, text, isChecked) {
  return h('label', { class: 'choice' }, h('input', { type: 'radio', name: name, value: value, checked: isChecked }), h('span', { class: 'choice-text' }, h('span', null, text)));
}
`;
