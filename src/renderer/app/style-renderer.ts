import { createDOMRenderer } from '@fluentui/react-components';

/**
 * Writes Fluent's styles into elements that carry the nonce of this load; the content-security policy takes no
 * others. Vite puts the nonce into the page, and the browser hides its value from everything but scripts.
 */
export function styleRenderer() {
  const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;
  return createDOMRenderer(document, {
    ...(nonce !== undefined && { styleElementAttributes: { nonce } }),
  });
}
