import type { Family } from './finding.ts';

/** Which password an action needs. The password itself never stands in a plan, a journal or a record. */
export type SecretRef = 'kaspersky' | 'agent';

/** A Windows Installer property whose value is a secret, and how the product wants it written. */
export interface SecretProperty {
  readonly name: string;
  readonly secret: SecretRef;
  readonly encoding: 'plain' | 'utf16leHex';
}

/**
 * How a product is taken off a machine. None of these can be undone by Cutover; the vendor's own installer is the
 * way back, see {@link undoOf}.
 */
export type RemovalAction =
  | {
      readonly kind: 'uninstallMsi';
      readonly productCode: string;
      readonly properties: Readonly<Record<string, string>>;
      readonly secretProperties: readonly SecretProperty[];
    }
  | {
      readonly kind: 'runUninstaller';
      readonly program: string;
      readonly args: readonly string[];
      readonly workingFolder: string;
    };

/**
 * How Microsoft Defender is brought back. The executor refuses every service, key and value that is not Defender's
 * own, tamper protection and what it guards, and every policy that somebody else may have set.
 */
export type ProtectionAction =
  | { readonly kind: 'startService'; readonly name: string }
  | {
      readonly kind: 'setServiceStart';
      readonly name: string;
      readonly start: 'boot' | 'auto' | 'demand';
    }
  | {
      readonly kind: 'removeRegistryValue';
      /** Full native path. */
      readonly key: string;
      readonly name: string;
      /** What the value holds; with anything else in it nothing is removed. Needed to put it back. */
      readonly expectedData: number;
    }
  | { readonly kind: 'updateDefenderSignatures' };

/** Everything Cutover can do to a machine. Closed on purpose: what is not here cannot be done. */
export type Action = RemovalAction | ProtectionAction;

/** How an action is undone, in words for a person. */
export function undoOf(action: Action): string {
  switch (action.kind) {
    case 'uninstallMsi':
    case 'runUninstaller':
      return 'Cannot be undone. The way back is to install the product again with its own installer.';
    case 'startService':
      return `Stop the service ${action.name} again. Another antivirus that takes over stops it by itself.`;
    case 'setServiceStart':
      return `Set the start of the service ${action.name} back to what the log of the action says it was.`;
    case 'removeRegistryValue':
      return `Write the value ${action.name} (REG_DWORD ${action.expectedData}) again below ${action.key}.`;
    case 'updateDefenderSignatures':
      return 'Cannot be undone and need not be: newer signatures replace older ones.';
  }
}

/** One product to be removed, with how it will be known that it is gone. */
export interface Step {
  readonly id: string;
  readonly findingId: string;
  readonly productId: string;
  readonly family: Family;
  readonly title: string;
  /** One sentence for a home user: what happens and what they will notice. */
  readonly explanation: string;
  readonly action: RemovalAction;
  /** Milliseconds after which the step is given up. */
  readonly timeLimitMs: number;
  /** What must no longer be on the machine afterwards. */
  readonly gone: {
    readonly productCodes: readonly string[];
    readonly programs: readonly string[];
    readonly services: readonly string[];
  };
}

/**
 * `stop`: the run may not begin. `todo`: a person must do or accept something first, by id.
 * `warning`: shown, does not hold the run up. `info`: good to know.
 */
export type HazardSeverity = 'stop' | 'todo' | 'warning' | 'info';

/** Something that endangers data or the machine, told before anything happens. */
export interface Hazard {
  /** Kebab-case; what `--acknowledge` takes. */
  readonly id: string;
  readonly severity: HazardSeverity;
  readonly title: string;
  /** What it means for the person, in plain words. */
  readonly explanation: string;
  /** What to do now. */
  readonly advice: string;
  readonly findingIds: readonly string[];
  /** Where in the inventory this was seen. */
  readonly evidence: readonly string[];
}

/** A product that is found and will not be removed, and why. */
export interface Kept {
  readonly findingId: string;
  readonly name: string;
  readonly reason: 'notChosen' | 'notProven' | 'noSafeWay' | 'leftover' | 'notKaspersky';
  readonly explanation: string;
}

/** What the person asked for. */
export interface Choice {
  /** Families or product ids; null means the default set. */
  readonly only: readonly string[] | null;
  readonly include: readonly string[];
  readonly all: boolean;
  /** The operator administers the Security Center this machine belongs to and says so. */
  readonly managedByUs: boolean;
  /** Ids of `todo` hazards that were accepted. */
  readonly acknowledged: readonly string[];
  /** Kaspersky user name that goes with the password; null means the vendor's default (KLAdmin). */
  readonly login: string | null;
  /** Milliseconds after which each uninstaller is given up; null means the usual time of its kind. */
  readonly timeLimitMs: number | null;
  /** Do not begin at all when nothing is known to protect the machine afterwards. */
  readonly requireReplacement: boolean;
  /** Bring Microsoft Defender back when nothing protects the machine afterwards. */
  readonly enableDefender: boolean;
}

/** Ordered steps and everything that speaks against them. Pure data. */
export interface Plan {
  readonly format: 'cutover-plan/1';
  readonly steps: readonly Step[];
  readonly hazards: readonly Hazard[];
  readonly kept: readonly Kept[];
  readonly choice: Choice;
}
