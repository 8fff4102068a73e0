import { describe, expect, it } from 'vitest';
import { antivirusProducts } from '../../../../src/main/catalog/antivirus-products.ts';
import { appPackages } from '../../../../src/main/catalog/app-packages.ts';
import { eventChannels } from '../../../../src/main/catalog/event-channels.ts';
import { browserExtensions } from '../../../../src/main/catalog/browser-extensions.ts';
import { certificates } from '../../../../src/main/catalog/certificates.ts';
import { drivers, driverVersions, updatableDriver } from '../../../../src/main/catalog/drivers.ts';
import { hazardRows } from '../../../../src/main/catalog/hazards.ts';
import { installerErrors } from '../../../../src/main/catalog/installer/installer-errors.ts';
import { installerExitCodes } from '../../../../src/main/catalog/installer/installer-exit-codes.ts';
import { waysOutRows } from '../../../../src/main/catalog/installer/ways-out.ts';
import { localServers } from '../../../../src/main/catalog/local-servers.ts';
import { lookAlikes } from '../../../../src/main/catalog/look-alikes.ts';
import { networkAdapters } from '../../../../src/main/catalog/network-adapters.ts';
import { extraFolders } from '../../../../src/main/catalog/places.ts';
import { processes } from '../../../../src/main/catalog/processes.ts';
import { productById, products } from '../../../../src/main/catalog/products/products.ts';
import {
  lineVersions,
  passwordKeys,
  registryFacts,
} from '../../../../src/main/catalog/registry-keys.ts';
import { serverNames } from '../../../../src/main/catalog/server-names.ts';
import { services } from '../../../../src/main/catalog/services.ts';
import { sources } from '../../../../src/main/catalog/sources.ts';
import { vendorNames } from '../../../../src/main/catalog/vendor-names.ts';
import type { Cited } from '../../../../src/main/catalog/row.ts';
import { normaliseProductCode } from '../../../../src/shared/windows/product-code.ts';

const patterns = products.flatMap((row) => [...row.names, ...row.lines, ...row.folders]);
const knownCodes = products.flatMap((row) => [...row.productCodes, ...row.upgradeCodes]);
const tables: readonly (readonly [string, readonly Cited[], readonly string[]])[] = [
  ['products', products, products.map((row) => row.id)],
  ['patterns of products', patterns, []],
  ['product codes', knownCodes, knownCodes.map((row) => row.code)],
  ['services', services, services.map((row) => row.id)],
  ['processes', processes, processes.map((row) => row.image)],
  ['drivers', [...drivers, updatableDriver, ...driverVersions], drivers.map((row) => row.name)],
  ['certificates', certificates, certificates.map((row) => row.commonName)],
  ['browser extensions', browserExtensions, browserExtensions.map((row) => row.id)],
  ['network adapters', networkAdapters, networkAdapters.map((row) => row.match)],
  ['local servers', localServers, localServers.map((row) => row.answers)],
  ['server names', serverNames, serverNames.map((row) => row.domain)],
  ['apps of the Store kind', appPackages, appPackages.map((row) => row.match)],
  ['event channels', eventChannels, eventChannels.map((row) => row.name)],
  ['look-alikes', lookAlikes, lookAlikes.map((row) => row.id)],
  ['installer errors', installerErrors, installerErrors.map((row) => String(row.number))],
  ['ways out', waysOutRows, waysOutRows.map((row) => row.way)],
  ['password keys', passwordKeys, passwordKeys.map((row) => row.below)],
  ['exit codes', installerExitCodes, installerExitCodes.map((row) => String(row.code))],
  ['hazards', hazardRows, hazardRows.map((row) => row.id)],
  ['antivirus products', antivirusProducts, antivirusProducts.map((row) => row.id)],
  ['registry facts', registryFacts, registryFacts.map((row) => row.path)],
  ['versions of lines', lineVersions, lineVersions.map((row) => row.match)],
  ['vendor names', vendorNames, vendorNames.map((row) => row.match)],
  ['extra folders', extraFolders, extraFolders.map((row) => row.path)],
];
const order = (id: string) => productById(id).order;
const isAnchored = (match: string) => match.startsWith('^') && match.endsWith('$');

describe('the catalog', () => {
  it.each(tables)('gives every row of %s a source, and no id twice', (_name, rows, ids) => {
    const uncited = rows.filter(
      (row) => row.sources.length === 0 || row.sources.some((source) => !(source in sources)),
    );
    expect([rows.length > 0, uncited, ids.length - new Set(ids).size]).toEqual([true, [], 0]);
  });

  it('cites every source it lists', () => {
    const cited = new Set(tables.flatMap(([, rows]) => rows.flatMap((row) => row.sources)));
    // Named by tables of single values, which are not lists of rows.
    expect(
      Object.keys(sources).filter((source) => !cited.has(source as keyof typeof sources)),
    ).toEqual([]);
  });

  it('has only patterns that compile', () => {
    const all = [
      ...patterns.map((row) => row.match),
      ...services.map((row) => row.match),
      ...lookAlikes.flatMap((row) => [row.name ?? '', row.path ?? '']),
      ...vendorNames.map((row) => row.match),
      ...extraFolders.map((row) => row.match),
      ...lineVersions.map((row) => row.match),
    ];
    expect(all.filter((match) => !new RegExp(match, 'iu'))).toEqual([]);
  });

  it('anchors every pattern of an exact name at both ends', () => {
    const exact = [
      ...products.flatMap((row) => [...row.lines, ...row.folders]),
      ...services,
      ...vendorNames,
      ...extraFolders,
    ].map((row) => row.match);
    expect(exact.filter((match) => !isAnchored(match))).toEqual([]);
  });

  it('anchors every name of a product at its beginning, except where a translation stands before it', () => {
    const loose = products
      .flatMap((row) => row.names)
      .filter(({ match }) => !match.startsWith('^'));
    expect(loose.map(({ match }) => match)).toEqual([
      '(?<![\\p{L}])powered by Kaspersky(?![\\p{L}])',
      '(?<![\\p{L}])Kaspersky Security Center(?![\\p{L}])',
    ]);
  });

  it('holds no unconfirmed product code and no unconfirmed name of the vendor, because these prove things', () => {
    expect([...knownCodes, ...vendorNames].filter(({ confidence }) => confidence === 'U')).toEqual(
      [],
    );
  });

  it('has product codes in their one form', () => {
    expect(knownCodes.filter(({ code }) => normaliseProductCode(code) !== code)).toEqual([]);
  });

  it('reaches every family', () => {
    expect(new Set(products.map((row) => row.family))).toEqual(
      new Set([
        'antivirus',
        'endpoint',
        'edr',
        'agent',
        'vpn',
        'passwordManager',
        'childSafety',
        'server',
        'management',
        'scanner',
        'successor',
        'embeddedEngine',
        'other',
      ]),
    );
  });

  it('removes VPN before antivirus, every security product before the agent, and the agent last', () => {
    const others = products.filter((row) => row.family !== 'agent').map((row) => row.order);
    expect([
      order('kaspersky-vpn') < order('kaspersky-for-windows'),
      order('kaspersky-endpoint-security') < order('kaspersky-network-agent'),
      Math.max(...others) < order('kaspersky-network-agent'),
    ]).toEqual([true, true, true]);
  });

  it('chooses by default only what protects, manages this computer or scans it', () => {
    const families = new Set(
      products.filter((row) => row.sweep === 'byDefault').map((row) => row.family),
    );
    expect([...families].sort()).toEqual(
      ['agent', 'antivirus', 'edr', 'endpoint', 'other', 'scanner', 'server'].sort(),
    );
  });

  it('never removes what belongs to others', () => {
    const foreign = products.filter((row) => ['successor', 'embeddedEngine'].includes(row.family));
    expect(new Set(foreign.map((row) => row.sweep))).toEqual(new Set(['never']));
  });

  it('ties services, processes, certificates and folders only to products that exist', () => {
    const named = [
      ...services.flatMap((row) => row.products),
      ...processes.flatMap((row) => row.products),
      ...certificates.flatMap((row) => row.products),
      ...driverVersions.map((row) => row.product),
      ...extraFolders.flatMap((row) => row.product ?? []),
    ];
    expect(named.filter((id) => !products.some((row) => row.id === id))).toEqual([]);
  });

  it('does not take a look-alike for a service or a driver of the vendor', () => {
    const names = [
      'KslD',
      'MpKsl1a2b',
      'kbldfltr',
      'KAVBootC64',
      'kavbootc64',
      'kisknl',
      'kavkrn',
      'kes',
      'ksde',
    ];
    const taken = names.filter(
      (name) =>
        services.some((row) => new RegExp(row.match, 'i').test(name)) ||
        drivers.some((row) => row.name === name.toLowerCase()),
    );
    expect(taken).toEqual([]);
  });
});
