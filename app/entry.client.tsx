import { RemixBrowser } from '@remix-run/react';
import { StrictMode, startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';

/**
 * RemixBrowser suspends, with no boundary above it, until the loaders' answers are decoded. A key pressed before that
 * makes React render at once, and fail for good ("Root did not complete", React error 345): whoever types at once
 * would be left without script. So the decoding is started and awaited first; it happens before any hook is called.
 */
async function loaderAnswersDecoded(): Promise<void> {
  try {
    RemixBrowser({});
  } catch (pending) {
    await pending;
  }
}

await loaderAnswersDecoded();
startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <RemixBrowser />
    </StrictMode>,
  );
});
