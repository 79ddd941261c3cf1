/** Text made safe for HTML, and the answer that carries a page with its own policy. */

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand between tags and inside quotes. */
export function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

/** A whole page; `head` and `attributes` of its body are HTML, `title` is text. */
export function wholePage(
  { title, head, attributes }: { title: string; head: string; attributes: string },
  body: string,
): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
${head}
</head>
<body${attributes}>
${body}
</body>
</html>
`;
}

/** A page as an answer that nobody keeps, with what it may load beyond nothing. */
export function html(body: string, policy: readonly string[], status = 200): Response {
  return new Response(body, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'content-security-policy': ["default-src 'none'", "base-uri 'none'", ...policy].join('; '),
    },
  });
}
