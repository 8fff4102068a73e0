import type { ActionOf } from '../../../../shared/domain/action.ts';
import { message } from '../../../../shared/domain/message.ts';
import { hiddenSecret } from '../../../../shared/windows/redact-text.ts';
import type { PerformContext, Secrets } from '../../machine.ts';
import { cleanLog } from '../worker/clean-log.ts';
import { formatProperties, propertiesOf } from '../worker/msi-properties.ts';
import type { UninstallMsiRequest } from '../worker-client/protocol.ts';
import { byWorker, type WindowsHere, type Work } from './by-worker.ts';
import { describeEnd } from '../worker-client/describe-end.ts';
import { nothingBefore, type Performed, type Performer } from './performer.ts';

type UninstallMsi = ActionOf<'uninstallMsi'>;

/** Lets Windows Installer remove a product. */
export const uninstallMsi: Performer<UninstallMsi, WindowsHere> = {
  command: commandOf,
  refuse: () => null,
  before: () => nothingBefore,
  act: uninstall,
};

function commandOf({ productCode, properties, secretProperties }: UninstallMsi, secrets: Secrets) {
  const plain = formatProperties(propertiesOf({ properties, secretProperties: [] }));
  const hidden = secretProperties
    .filter(({ secret }) => (secrets.get(secret) ?? '') !== '')
    .map(({ name }) => ` ${name}=${hiddenSecret}`);
  return `msiexec.exe /x ${productCode} /qn ${plain}${hidden.join('')}`;
}

async function uninstall(
  { productCode, properties, secretProperties: asked, handedIn }: UninstallMsi,
  _before: unknown,
  context: PerformContext,
  here: WindowsHere,
): Promise<Performed> {
  const secretProperties = secretsFor(asked, context.secrets);
  const secrets = secretProperties.map(({ value }) => value);
  const { logFile, timeLimitMs } = context;
  const work: Work = {
    kind: 'uninstall-msi',
    request: {
      productCode,
      properties,
      secretProperties,
      ...(handedIn === undefined
        ? {}
        : { handedIn: { files: [...handedIn.files], signers: [...handedIn.signers] } }),
      passwordProperties: asked.map(({ name }) => name),
      logFile,
      timeLimitMs,
    },
    secrets,
    waitingFor: message('waiting.windowsInstaller'),
    describe: describeEnd(message('removal.goesOn.uninstallMsi'), message('removal.maybeByHalf')),
  };
  const { end, performed } = await byWorker(work, context, here);
  // A worker that was ended or that crashed could not clean its log any more.
  const kept = end.how === 'result' ? end.result.logWritten : await cleanLog(logFile, secrets);
  return { ...performed, logFile: kept ? logFile : null };
}

/** A property whose password nobody gave is left out: an empty one is a wrong one. */
function secretsFor(
  properties: UninstallMsi['secretProperties'],
  secrets: Secrets,
): UninstallMsiRequest['secretProperties'] {
  return properties.flatMap(({ name, secret, encoding }) => {
    const value = secrets.get(secret);
    return value === undefined || value === '' ? [] : [{ name, value, encoding }];
  });
}
