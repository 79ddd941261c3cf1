/** The part of `link-initialize.js` that puts frames into the page: the dialog, and the banks inside an element. */
export const FRAMES = String.raw`
  var openDialogs = 0;
  var frames = 0;

  function newFrame(mode) {
    frames += 1;
    var id = 'link-' + frames + '-' + String(Math.random()).slice(2);
    var frame = document.createElement('iframe');
    var theme = document.documentElement.getAttribute('data-theme') || '';
    frame.src = BASE + '/link/v2/stable/link.html?id=' + id + '&mode=' + mode + '&theme=' + encodeURIComponent(theme) +
      '&origin=' + encodeURIComponent(window.origin);
    frame.title = 'Plaid Link (emulator)';
    frame.id = 'plaid-link-iframe-' + frames;
    frame.name = frame.id;
    return { id: id, frame: frame };
  }

  // A modal dialog keeps focus inside and the page behind it still, and gives the focus back at its end.
  // Styles go through the object model, which a strict style policy allows, and outdo those of the page.
  function showDialog(onCancel) {
    var made = newFrame('dialog');
    var frame = made.frame;
    var dialog = document.createElement('dialog');
    var phone = window.matchMedia(PHONE);
    var root = document.documentElement;
    var isRemoved = false;
    dialog.setAttribute('aria-label', 'Plaid Link (emulator)');
    dialog.appendChild(frame);
    style(dialog, { position: 'fixed', inset: '0', width: '100%', height: '100%', 'max-width': '100%', 'max-height': '100%',
      margin: '0', padding: '0', border: '0', 'box-shadow': 'none', background: 'rgba(16, 16, 14, 0.5)', overflow: 'hidden',
      opacity: '1', 'z-index': '2147483647' });

    function fit() {
      style(frame, phone.matches
        ? { width: '100%', height: '100%', 'border-radius': '0', margin: '0' }
        : { width: '420px', height: 'min(680px, calc(100% - 32px))', 'border-radius': '16px', margin: 'auto' });
    }

    function cancel(event) {
      event.preventDefault();
      onCancel();
    }

    function clickBeside(event) {
      if (event.target === dialog) onCancel();
    }

    // A browser may close a dialog against its will, on a second Escape.
    function keepOpen() {
      if (!dialog.isConnected || isRemoved) return;
      dialog.showModal();
      onCancel();
    }

    style(frame, { position: 'absolute', inset: '0', border: '0', 'max-width': '100%', 'max-height': '100%', 'min-width': '0', background: 'none' });
    fit();
    phone.addEventListener('change', fit);
    dialog.addEventListener('cancel', cancel);
    dialog.addEventListener('click', clickBeside);
    dialog.addEventListener('close', keepOpen);
    document.body.appendChild(dialog);
    dialog.showModal();
    holdPage(root);
    frame.focus();
    return {
      id: made.id,
      frame: frame,
      remove: function () {
        isRemoved = true;
        phone.removeEventListener('change', fit);
        releasePage(root);
        if (dialog.open) dialog.close();
        dialog.remove();
      }
    };
  }

  // Two dialogs may lie on one another; the last to go lets the page scroll again.
  function holdPage(root) {
    openDialogs += 1;
    if (openDialogs > 1) return;
    root.setAttribute('data-plaid-emulator-overflow', root.style.overflow);
    root.style.overflow = 'hidden';
  }

  function releasePage(root) {
    openDialogs -= 1;
    if (openDialogs > 0) return;
    root.style.overflow = root.getAttribute('data-plaid-emulator-overflow') || '';
    root.removeAttribute('data-plaid-emulator-overflow');
  }

  function embed(target) {
    var made = newFrame('embedded');
    style(made.frame, { display: 'block', width: '100%', height: '100%', 'min-height': '350px', border: '0', background: 'none' });
    target.appendChild(made.frame);
    return { id: made.id, frame: made.frame, remove: function () { made.frame.remove(); } };
  }

  function style(element, rules) {
    Object.keys(rules).forEach(function (name) { element.style.setProperty(name, rules[name], 'important'); });
  }
`;
