import { createDOMRenderer } from '@fluentui/react-components';

/**
 * Writes Fluent's styles into elements that carry the nonce of this load; the content-security policy takes no
 * others. Vite puts the nonce into the page, and the browser hides its value from everything but scripts. They stand
 * behind the element with the nonce, and so before our own style sheet, which wins where both speak of the same.
 */
export function styleRenderer() {
  const place = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]');
  return createDOMRenderer(document, {
    ...(place !== null && {
      insertionPoint: place,
      styleElementAttributes: { nonce: place.nonce },
    }),
  });
}
