import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Finding } from '../../src/shared/domain/finding.ts';
import type { Plan } from '../../src/shared/domain/plan/plan.ts';
import { productCodes } from './support/fixture-facts.ts';
import { no32Bit } from './support/lab-spec.ts';
import { everything, type Prepared, prepared, startWindows } from './support/prepared-machine.ts';
import { diff } from './support/snapshot.ts';

/** What must not turn up anywhere in the answer: names and places of software that is somebody else's. */
const neighbours =
  /kingsoft|WardWiz|MinIO|kavkrn|KslD|kbldfltr|Kaspersky Lab Fans|Helpful Guides|How to uninstall|ThirdParty|Third Party|Innocent Antivirus|invoice/i;

describe.skipIf(no32Bit)('scanning a machine with every product of the lab', () => {
  let on: Prepared;
  let findings: readonly Finding[];
  let plan: Plan;
  let change: unknown;
  beforeAll(async () => {
    on = await prepared({ products: everything });
    await startWindows(on.machine);
    const scan = await on.machine.cutover(['scan', '--json']);
    findings = (JSON.parse(scan.stdout) as { findings: Finding[] }).findings;
    const planned = await on.machine.cutover(['plan', '--json']);
    plan = (JSON.parse(planned.stdout) as { plan: Plan }).plan;
    const { keys, values, files } = diff(on.full, await on.machine.snapshot());
    change = [keys, values, files].flatMap((set) => Object.values(set)).flat();
  });
  afterAll(() => on?.machine.destroy());

  const named = (name: string) => findings.filter((finding) => finding.name === name);

  test('each product is found once, with its id, family and version, and is certain', () => {
    const proven = findings.filter(
      ({ confidence, family }) => confidence === 'proven' && family !== 'other',
    );
    expect(
      proven.map(({ productId, family, version, state }) => [productId, family, version, state]),
    ).toEqual(
      expect.arrayContaining([
        ['kaspersky-vpn', 'vpn', '21.3.10.391', 'installed'],
        ['kaspersky-security-scan', 'scanner', '12.0.1.1077', 'installed'],
        ['kaspersky-anti-virus', 'antivirus', '20.0.14.1085', 'installed'],
        ['kaspersky-internet-security', 'antivirus', '21.3.10.391', 'installed'],
        ['kaspersky-small-office-security', 'antivirus', '21.3.10.391', 'installed'],
        ['kaspersky-endpoint-security', 'endpoint', '12.1.0.506', 'installed'],
        ['kaspersky-network-agent', 'agent', '15.1.0.20748', 'installed'],
      ]),
    );
    expect(proven.length).toBe(7);
    expect(named('Kaspersky Software Updater')).toMatchObject([
      { productId: 'kaspersky-software-updater', version: '2.1.0.384', confidence: 'proven' },
    ]);
  });

  test('the twin entry of a home product is a part of it and no second finding', () => {
    const found = named('Kaspersky Internet Security – Защита');
    const folder = 'HKLM\\SOFTWARE\\WOW6432Node\\Microsoft\\Windows\\CurrentVersion\\Uninstall';
    expect(found.map(({ parts }) => [parts.programs, parts.productCodes, parts.services])).toEqual([
      [
        [`${folder}\\InstallWIX_${productCodes.home}`, `${folder}\\${productCodes.home}`],
        [productCodes.home],
        ['AVP21.3'],
      ],
    ]);
  });

  test('a finding says what it rests on', () => {
    const [home] = named('Kaspersky Internet Security – Защита');
    const kinds = home?.evidence.map(({ kind, strength }) => `${kind} ${strength}`) ?? [];
    expect(kinds).toEqual(
      expect.arrayContaining([
        'environmentKey proof',
        'installerProduct proof',
        'service proof',
        'driver support',
        'folder support',
        'process support',
        'program support',
        'vendorKey support',
      ]),
    );
  });

  test('a product and the folder of its data are one finding', () => {
    const endpoint = findings.filter(
      ({ productId }) => productId === 'kaspersky-endpoint-security',
    );
    expect(endpoint.map(({ state, parts }) => [state, parts.folders])).toEqual([
      [
        'installed',
        [
          'C:\\Program Files\\Kaspersky Lab\\Kaspersky Endpoint Security for Windows',
          'C:\\ProgramData\\Kaspersky Lab\\KES.21.13',
        ],
      ],
    ]);
  });

  test('no neighbour is flagged; the engine inside another brand is named as what it is, and stays', () => {
    expect(findings.filter((finding) => neighbours.test(JSON.stringify(finding)))).toEqual([]);
    const engine = 'Parallels Internet Security Powered by Kaspersky';
    expect(named(engine)).toMatchObject([{ family: 'embeddedEngine', confidence: 'hint' }]);
    expect(plan.kept.find(({ name }) => name === engine)).toMatchObject({ reason: 'engineInside' });
  });

  test('the plan touches no neighbour, and neither scan nor plan changed anything', () => {
    expect([neighbours.test(JSON.stringify(plan.steps)), change]).toEqual([false, []]);
  });
});
