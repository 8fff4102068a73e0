import { message } from '../../../shared/domain/message.ts';
import { identityOf } from '../../../shared/domain/sections.ts';
import { parseCommandLine } from '../../../shared/windows/command-line.ts';
import { productById } from '../../catalog/products/products.ts';
import { channelByName, productOfApp, rowByTitleFolder } from './vendor/matchers.ts';
import type { ProofBase } from './prove.ts';
import { driverTies } from './service-signs.ts';
import { guessedTies, sign, type Sign } from './sign.ts';
import { vendorNameKind } from './vendor/vendor-name.ts';
import { productFolderOf, type ProductFolder } from './vendor/vendor-place.ts';

/** Signs in what Windows lists beside programs: what it starts, lets through and asks, apps of the Store kind, and events. */
export function softwareSigns(base: ProofBase): Sign[] {
  const { inventory } = base;
  return [
    ...taskSigns(base),
    ...firewallRuleSigns(base),
    ...startSigns(base),
    ...scannerSigns(base),
    ...packageSigns(base),
    ...inventory.appPackages.items.flatMap(({ key, fullName }) => {
      const name = fullName.split('_', 1).join('');
      const product = productOfApp(name);
      if (product === null) return [];
      const says = message('evidence.appPackage.listed', { name });
      return [
        sign({
          evidence: { kind: 'appPackage', ref: key, says, strength: 'support' },
          ...guessedTies(product),
        }),
      ];
    }),
    // What was logged outlives its product and should: it tells what happened.
    ...inventory.eventChannels.items.flatMap(({ key, name }) => {
      const channel = channelByName(name);
      if (channel === null) return [];
      const says = message('evidence.eventChannel.registered', { name });
      const [first = null] = channel.products;
      return [
        sign({
          evidence: { kind: 'eventChannel', ref: key, says, strength: 'hint' },
          families: channel.products.map((id) => productById(id).family),
          orphanOf: first,
        }),
      ];
    }),
  ];
}

function taskSigns({ inventory }: ProofBase): Sign[] {
  return inventory.scheduledTasks.items.flatMap((task) => {
    for (const action of task.actions) {
      const parsed = parseCommandLine(action.execute);
      const folder = productFolderOf(parsed.ok ? parsed.program : action.execute);
      if (folder === null) continue;
      return [
        sign({
          evidence: {
            kind: 'scheduledTask',
            ref: task.path,
            says: message('evidence.scheduledTask.starts', {
              task: task.path,
              folder: folder.path,
            }),
            strength: 'support',
          },
          ...tiesOf(folder),
        }),
      ];
    }
    return [];
  });
}

/** A rule says which program was let through, and whoever wants makes one: it hints, and one that blocks does not even that. */
function firewallRuleSigns({ inventory, files }: ProofBase): Sign[] {
  return inventory.firewallRules.items.flatMap(({ key, name, program, action }) => {
    const folder = action === 'allow' ? productFolderOf(program) : null;
    if (folder === null || files.ownerOf(program) === 'foreign') return [];
    const says = message('evidence.firewallRule.allows', { folder: folder.path });
    return [
      sign({
        evidence: { kind: 'firewallRule', ref: `${key}\\${name}`, says, strength: 'hint' },
        ...tiesOf(folder),
      }),
    ];
  });
}

/** What starts at sign-in from a folder of the vendor. Whoever wants writes such an entry, so that it hints. */
function startSigns({ inventory, files }: ProofBase): Sign[] {
  return inventory.autostarts.items.flatMap((autostart) => {
    const { name, command, userSid } = autostart;
    const parsed = parseCommandLine(command);
    const program = parsed.ok ? parsed.program : command;
    const folder = productFolderOf(program);
    if (folder === null || files.ownerOf(program) === 'foreign') return [];
    const ref = identityOf('autostarts', autostart);
    const says = message('evidence.autostart.starts', { folder: folder.path, name });
    return [
      sign({
        evidence: { kind: 'autostart', ref, says, strength: 'hint' },
        ...tiesOf(folder),
        person: userSid,
      }),
    ];
  });
}

/** A scanner that Windows asks about scripts and files; only administrators register one. */
function scannerSigns({ inventory, files }: ProofBase): Sign[] {
  return inventory.amsiProviders.items.flatMap(({ clsid, library }) => {
    const folder = productFolderOf(library);
    if (folder === null || files.ownerOf(library) === 'foreign') return [];
    const says = message('evidence.amsiProvider.registered', { folder: folder.path });
    return [
      sign({
        evidence: { kind: 'amsiProvider', ref: clsid, says, strength: 'support' },
        ...tiesOf(folder),
      }),
    ];
  });
}

/** A package of drivers by whoever made it, of which only administrators put any into the store. */
function packageSigns({ inventory }: ProofBase): Sign[] {
  return inventory.driverPackages.items.flatMap((driverPackage) => {
    const { inf, provider, services } = driverPackage;
    if (vendorNameKind(provider) !== 'vendor') return [];
    const ref = identityOf('driverPackages', driverPackage);
    const says = message('evidence.driverPackage.stored', { inf, provider: provider ?? '' });
    return [
      sign({
        ...driverTies(services[0] ?? ''),
        evidence: { kind: 'driverPackage', ref, says, strength: 'support' },
      }),
    ];
  });
}

/** To the product of a folder, else to something of the vendor's: its folder says no more. */
function tiesOf({ name, key }: ProductFolder): Pick<Sign, 'folder' | 'orphanOf'> {
  const productId = rowByTitleFolder(name)?.row.id ?? null;
  return { ...guessedTies(productId), folder: key, orphanOf: productId ?? 'kaspersky-other' };
}
