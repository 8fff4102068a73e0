import { existsSync } from 'node:fs';
import { win32 } from 'node:path';
import { assertNever } from '../../../../shared/domain/assert-never.ts';
import type { Action } from '../../../../shared/domain/action.ts';
import type { PerformContext, Secrets } from '../../machine.ts';
import type { Variables } from '../../registry/expand-variables.ts';
import { readVariables } from '../../registry/read-variables.ts';
import type {
  RunUninstallerRequest,
  UninstallMsiRequest,
  WorkerKind,
} from '../worker-client/protocol.ts';
import { WindowsRegistry } from '../system/windows-registry.ts';
import { mpCmdRunPaths } from './find-mp-cmd-run.ts';
import { refusePlace } from './refuse-place.ts';
import type { DirectAction } from './perform-protection.ts';

/** An action for which a program runs. */
export type WorkerAction = Exclude<Action, DirectAction>;

/** What a worker gets to do, and the secrets in it. */
export interface Work {
  readonly kind: WorkerKind;
  readonly request: UninstallMsiRequest | RunUninstallerRequest;
  readonly secrets: readonly string[];
  readonly waitingFor: string;
}

/** What has to be looked up on this computer. */
export interface LookUp {
  readonly mpCmdRun: () => string | null;
  readonly variables: () => Variables;
}

/** What the worker is told, or why there is nothing to tell it. */
export function workFor(
  action: WorkerAction,
  context: PerformContext,
  lookUp: LookUp,
): Work | string {
  switch (action.kind) {
    case 'uninstallMsi': {
      const secretProperties = secretsFor(action.secretProperties, context.secrets);
      const { productCode, properties } = action;
      const { logFile, timeLimitMs } = context;
      return {
        kind: 'uninstall-msi',
        request: { productCode, properties, secretProperties, logFile, timeLimitMs },
        secrets: secretProperties.map((property) => property.value),
        waitingFor: 'Windows Installer',
      };
    }
    case 'runUninstaller': {
      const { program, args, workingFolder } = action;
      const refusal = refusePlace(program, lookUp.variables());
      if (refusal !== null) return refusal;
      return {
        kind: 'run-uninstaller',
        request: {
          program,
          args: [...args],
          workingFolder,
          timeLimitMs: context.timeLimitMs,
          endAtLimit: true,
        },
        secrets: [],
        waitingFor: win32.basename(program),
      };
    }
    case 'updateDefenderSignatures': {
      const program = lookUp.mpCmdRun();
      return program === null ? noMpCmdRun : signatureUpdate(program, context.timeLimitMs);
    }
    default:
      return assertNever(action);
  }
}

const noMpCmdRun =
  'The command line of Microsoft Defender (MpCmdRun.exe) is not on this computer. ' +
  'On a server, Microsoft Defender Antivirus has to be added as a Windows feature first.';

/** An update that takes longer than we wait is left to finish: ending it could leave half of it behind. */
function signatureUpdate(program: string, timeLimitMs: number): Work {
  return {
    kind: 'run-uninstaller',
    request: {
      program,
      args: ['-SignatureUpdate'],
      workingFolder: win32.dirname(program),
      timeLimitMs,
      endAtLimit: false,
    },
    secrets: [],
    waitingFor: 'MpCmdRun.exe',
  };
}

/** On this computer; no command line of Defender when it has none. */
export const usualLookUp: LookUp = {
  mpCmdRun() {
    const registry = new WindowsRegistry();
    return mpCmdRunPaths(registry, readVariables(registry)).find(existsSync) ?? null;
  },
  variables: () => readVariables(new WindowsRegistry()),
};

/** A property whose password nobody gave is left out: an empty one is a wrong one. */
function secretsFor(
  properties: Extract<Action, { kind: 'uninstallMsi' }>['secretProperties'],
  secrets: Secrets,
): UninstallMsiRequest['secretProperties'] {
  return properties.flatMap(({ name, secret, encoding }) => {
    const value = secrets.get(secret);
    return value === undefined || value === '' ? [] : [{ name, value, encoding }];
  });
}
