import { describe, expect, it } from 'vitest';
import { detect } from '../../../../../src/main/engine/detect/detect.ts';
import {
  inventoryOf,
  type InventoryFacts,
  signedBy,
} from '../../../../support/inventory-builder.ts';

type Service = NonNullable<InventoryFacts['services']>[number];

/** What a machine with one running service, and nothing else, is found to have. */
function found(service: Service, files: InventoryFacts['files'] = []) {
  const running = { state: 'running', imageExists: true, ...service } as const;
  return detect(inventoryOf({ services: [running], files })).map(
    ({ family, state }) => `${family} ${state}`,
  );
}

const short = 'C:\\PROGRA~1\\KASPER~1\\KASPER~1.0\\avp.exe';

describe('a service', () => {
  it.each(['klserver', 'klactprx', 'klwebsrv', 'ksnproxy'].map((name) => [name]))(
    'of an administration server is the management’s, and a stranger’s of its name is not: %s',
    (name) => {
      const imageFile = `C:\\Acme\\${name}.exe`;
      const acmes = [{ path: imageFile, signature: signedBy('Acme') }];
      expect([
        found({ name }),
        found({ name, imageFile }, acmes),
        found({ name, imageFile }),
      ]).toEqual([['management installed'], [], []]);
    },
  );

  it.each([
    ['KSCWebConsole'],
    ['KSCSvcWebConsole'],
    ['KSCWebConsoleManagement'],
    ['KSCWebConsoleMessageQueue'],
    ['KSCWebConsolePlugin'],
  ])('of the Web Console is the management’s: %s', (name) => {
    expect(found({ name })).toEqual(['management installed']);
  });

  it.each([['KSCWeb'], ['KSCWebConsoleFor'], ['XKSCWebConsole'], ['KSC']])(
    'of another name is nobody’s: %s',
    (name) => {
      expect(found({ name })).toEqual([]);
    },
  );

  it('of old products is told by the title that it shows', () => {
    const avp = (displayName: string | null) => found({ name: 'AVP', displayName });
    expect([
      avp('Kaspersky Anti-Virus 7.0'),
      avp('Kaspersky Endpoint Security Service'),
      avp('Kaspersky Anti-Virus Service'),
      avp('Anti-Virus 7.0 of Acme'),
    ]).toEqual([
      ['antivirus installed'],
      ['endpoint installed'],
      ['endpoint installed'],
      ['endpoint installed'],
    ]);
  });

  it('is in its place by the short names of its folders too, and there only', () => {
    const acme = [{ path: short, signature: signedBy('Acme') }];
    expect([
      found({ name: 'AVP', imageFile: short }).length,
      found({ name: 'AVP', imageFile: short }, acme),
      found({ name: 'AVP', imageFile: short.replace('KASPER~1', 'KASPAR~1') }),
      found({ name: 'Helper', imageFile: short.replace('avp', 'helper') }),
    ]).toEqual([1, [], [], []]);
  });
});
