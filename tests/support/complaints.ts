import type { BrowserContext } from 'playwright-core';

/** Reports what goes wrong in any page of a browser context, one line each. */
export async function watchPage(
  context: BrowserContext,
  appUrl: string,
  report: (complaint: string) => void,
): Promise<void> {
  context.on('weberror', (error) => report(`page error: ${error.error().message}`));
  context.on('console', (message) => {
    if (message.type() === 'error') report(`console: ${message.text()} (${message.location().url})`);
  });
  context.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== appUrl) report(`left the machine: ${request.url()}`);
  });
  // Chromium also prints violations, but not those of a policy that only reports.
  await context.exposeFunction('evenkeelViolation', (text: string) => report(`policy: ${text}`));
  await context.addInitScript(`document.addEventListener('securitypolicyviolation', (event) => {
    window.evenkeelViolation(event.violatedDirective + ' refused ' + event.blockedURI);
  });`);
}
