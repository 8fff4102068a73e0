import { describe, expect, it } from 'vitest';
import { parseInf } from '../../../../../../src/main/machine/formats/inf/parse-inf.ts';

/** Shaped as the files of network filters are; Microsoft: driver docs, "INF Files for Filter Drivers". */
const filter = `
; A comment with [brackets] and = signs
[version]
Signature   = "$Windows NT$"
Class       = NetService
ClassGUID   = {4D36E974-E325-11CE-BFC1-08002BE10318}
Provider    = %KL%   ; "who" made it
CatalogFile.NTamd64 = klim6.cat

[Manufacturer]
%KL% = Models, NTamd64, NTamd64.6.3

[Models.NTamd64]
%Klim6_Desc% = Install, kl_filter

[Models.ntamd64.6.3]
%Klim6_Desc% = Install, kl_filter, "kl_older" ,

[Install.Services]
AddService = %Service%, 2, \\
             Klim6_Service

[Strings]
KL = "Kaspersky ""Lab"", Ltd; Inc"
Klim6_Desc = "Kaspersky Lab NDIS 6 Filter"
service = klim6
[Strings.0419]
KL = "Лаборатория Касперского"
`;

describe('the file of the package of a driver', () => {
  it('says who made it, for what it is and which drivers it brings', () => {
    expect(parseInf(filter.replaceAll('\n', '\r\n'))).toEqual({
      provider: 'Kaspersky Lab, Ltd; Inc',
      className: 'NetService',
      classGuid: '{4D36E974-E325-11CE-BFC1-08002BE10318}',
      catalog: 'klim6.cat',
      hardwareIds: ['kl_filter', 'kl_older'],
      services: ['klim6'],
    });
  });

  it('says nothing where it is none', () => {
    const nothing = {
      provider: null,
      className: null,
      classGuid: null,
      catalog: null,
      hardwareIds: [],
      services: [],
    };
    expect([parseInf(''), parseInf('[Version\nProvider=x')]).toEqual([nothing, nothing]);
  });

  it('takes a name that stands nowhere for itself, and a model without a list for its maker', () => {
    const facts = parseInf(
      '[Version]\nProvider=%Nobody%\n[Manufacturer]\nAcme\n[Acme]\nx=S,USB\\VID_1\n[S]\nAddService=,2',
    );
    expect([facts.provider, facts.hardwareIds, facts.services]).toEqual([
      '%Nobody%',
      ['USB\\VID_1'],
      [],
    ]);
  });
});
