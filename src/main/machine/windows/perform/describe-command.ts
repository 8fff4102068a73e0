import { assertNever } from '../../../../shared/domain/assert-never.ts';
import { formatCommandLine } from '../../../../shared/windows/command-line.ts';
import type { Action } from '../../../../shared/domain/action.ts';
import { hiddenSecret } from '../../../../shared/windows/redact-text.ts';
import type { Secrets } from '../../machine.ts';
import { formatProperties, propertiesOf } from '../worker/msi-properties.ts';

/**
 * What is run, for the record. What is done by a call into Windows is written as the command that would do the same;
 * of a secret only its name is shown, and only when it was given.
 */
export function describeCommand(action: Action, secrets: Secrets): string {
  switch (action.kind) {
    case 'runUninstaller':
      return formatCommandLine(action.program, action.args);
    case 'uninstallMsi': {
      const plain = formatProperties(
        propertiesOf({ properties: action.properties, secretProperties: [] }),
      );
      const hidden = action.secretProperties
        .filter((property) => (secrets.get(property.secret) ?? '') !== '')
        .map((property) => ` ${property.name}=${hiddenSecret}`);
      return `msiexec.exe /x ${action.productCode} /qn ${plain}${hidden.join('')}`;
    }
    case 'startService':
      return formatCommandLine('sc.exe', ['start', action.name]);
    case 'setServiceStart':
      return formatCommandLine('sc.exe', ['config', action.name, 'start=', action.start]);
    case 'removeRegistryValue':
      return formatCommandLine('reg.exe', ['delete', action.key, '/v', action.name, '/f']);
    case 'updateDefenderSignatures':
      return 'MpCmdRun.exe -SignatureUpdate';
    default:
      return assertNever(action);
  }
}
