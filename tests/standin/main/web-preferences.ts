/** What a window may set for its page. Everything else is refused, so that nothing is tested that was not run. */
export interface WebPreferences {
  readonly preload?: string;
  readonly additionalArguments?: readonly string[];
}

// The only accepted value of each setting that changes what a page may do.
const required: Readonly<Record<string, boolean>> = {
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  contextIsolation: true,
  sandbox: true,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
};
const free = new Set([
  'preload',
  'additionalArguments',
  'devTools',
  'spellcheck',
  'backgroundThrottling',
  'disableDialogs',
  'safeDialogs',
]);

/** @throws for settings that weaken the page or that the stand-in does not know. */
export function checkWebPreferences(preferences: object): WebPreferences {
  for (const [name, value] of Object.entries(preferences)) {
    const only = required[name];
    if (only === undefined && !free.has(name)) {
      throw new Error(`The Electron stand-in does not cover webPreferences.${name}.`);
    }
    if (only !== undefined && value !== undefined && value !== only) {
      throw new Error(`The Electron stand-in runs only windows with ${name}: ${only}.`);
    }
  }
  return preferences;
}
