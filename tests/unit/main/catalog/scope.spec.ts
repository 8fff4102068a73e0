import { describe, expect, it } from 'vitest';
import { scope } from '../../../../src/main/catalog/scope.ts';

const isOfInterest = (name: string) =>
  scope.serviceNames.some((source) => new RegExp(source, 'i').test(name));

describe('scope', () => {
  it('names the places of the vendor', () => {
    expect({ ...scope, serviceNames: [], processNames: [], harmlessValues: [] }).toEqual({
      registryKeys: ['KasperskyLab'],
      harmlessValues: [],
      folders: ['Kaspersky Lab', 'KasperskyLab', 'Kaspersky Lab Setup Files'],
      extraFolders: [
        '%SystemDrive%\\KVRT2020_Data',
        '%SystemDrive%\\KVRT_Data',
        '%ProgramData%\\Kaspersky SDK',
      ],
      hints: [
        'kaspersky',
        'касперс',
        'tdsskiller',
        'kavremvr',
        'kavremover',
        'kvrt',
        'ultraav',
        'ultravpn',
      ],
      serviceNames: [],
      processNames: [],
      encryptionTraces: [
        'System Volume Information\\KLFDE.{EB2A5993-DFC8-41a1-B050-F0824113A33A}.PBELOG.bin',
      ],
      serverDomains: [
        'kaspersky.com',
        'kaspersky.ru',
        'kaspersky-labs.com',
        'kasperskylabs.com',
        'windowsupdate.com',
        'windowsupdate.microsoft.com',
        'update.microsoft.com',
        'delivery.mp.microsoft.com',
        'download.microsoft.com',
        'wdcp.microsoft.com',
        'wdcpalt.microsoft.com',
        'wd.microsoft.com',
        'msftconnecttest.com',
      ],
      makers: 'kaspersky|касперс|卡巴斯基|カスペルスキー|카스퍼스키',
      extensionIds: [
        'ahkjpbeeocnddjkakilopmfdlnjdpcdm',
        'com.kaspersky.ahkjpbeeocnddjkakilopmfdlnjdpcdm.host',
        'injhfeogoehjhhacaaahfbkjlomhpgnj',
        'amkpcclbbgegoafihnpgomddadjhcadd',
        'dhnkblpjbkfklfloegejegedcafpliaa',
        'light_plugin_d772dc8d6faf43a29b25c4ebaa5ad1de@kaspersky.com',
        'light_plugin_f6f079488b53499db99380a7e11a93f6@kaspersky.com',
        'light_plugin_acf0e80077c511e59ded005056c00008@kaspersky.com',
        'url_advisor@kaspersky.com',
        'virtual_keyboard@kaspersky.com',
        'anti_banner@kaspersky.com',
        'online_banking@kaspersky.com',
      ],
    });
  });

  it.each([
    'AVP21.25',
    'avp.kes.21.19',
    'klnagent',
    'KSDE5.2',
    'klvssbridge64_21.25',
    'KAVFS',
    'klif',
    'KLIF.K4W-21-25',
    'klupd_K4W-21-25_mark',
    'klfle',
    'WinDefend',
    'avast! Antivirus',
    'ekrn',
  ])('asks for a closer look at %s', (name) => {
    expect(isOfInterest(name)).toBe(true);
  });

  it.each(['KslD', 'kbldfltr', 'Dnscache', 'AviraXServiceHost', 'klifer', 'kes'])(
    'leaves %s alone',
    (name) => {
      expect(isOfInterest(name)).toBe(false);
    },
  );

  it('asks for a closer look at the running programs of antivirus products', () => {
    expect(scope.processNames).toContain('MsMpEng.exe');
  });

  it('records no value that could hold a secret', () => {
    expect(
      scope.harmlessValues.filter((name) => /pass|opep|key|lic(?!Days)|hash|token/i.test(name)),
    ).toEqual([]);
  });
});
