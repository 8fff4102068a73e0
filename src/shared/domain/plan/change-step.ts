import { textsOf } from '../../windows/multi-string.ts';
import type { Action, ChangeAction } from '../action.ts';
import { subjectOf } from '../action-subject.ts';
import { assertNever } from '../assert-never.ts';
import type { LeftoverSection } from './leftover.ts';
import type { About, DoneWhen, Phase, Step } from './step.ts';

/** An update of signatures loads some 150 MB. */
const timeLimitMs = 10 * 60_000;

/** A step that changes a setting of Windows. */
export function changeStep(
  phase: Exclude<Phase, 'remove'>,
  about: About,
  action: ChangeAction,
): Step {
  const id = [phase, action.kind, subjectOf(action)].filter((part) => part !== null).join(':');
  return { id, phase, about, action, doneWhen: doneWhenOf(action), timeLimitMs };
}

/** A step that is about Microsoft Defender. */
export function defenderStep(phase: 'reactivate' | 'undo', action: ChangeAction): Step {
  return changeStep(phase, { kind: 'defender' }, action);
}

function doneWhenOf(action: ChangeAction): DoneWhen {
  switch (action.kind) {
    case 'startService':
      return { kind: 'serviceRuns', name: action.name };
    case 'setServiceStart':
      return { kind: 'serviceStarts', name: action.name, start: action.start };
    case 'removeRegistryValue':
      return { kind: 'valueIs', key: action.key, name: action.name, data: null };
    case 'writeRegistryValue':
      return { kind: 'valueIs', key: action.key, name: action.name, data: action.data };
    case 'updateDefenderSignatures':
      return { kind: 'signaturesUpToDate' };
    case 'takeFromFilterList': {
      const { key, list, names } = action;
      return { kind: 'filtersNamed', key, list, names, there: false };
    }
    case 'putFilterList': {
      const { key, list } = action;
      return { kind: 'filtersNamed', key, list, names: namesPutBack(action), there: true };
    }
    case 'deleteDriver':
    case 'createDriver': {
      const there = action.kind === 'createDriver';
      return { kind: 'serviceRegistered', name: action.name, there };
    }
    case 'distrustCertificate':
    case 'trustCertificate': {
      const { kind, thumbprint, userSid } = action;
      const there = kind === 'trustCertificate';
      return { kind: 'certificateTrusted', thumbprint, userSid, there };
    }
    case 'removeNetworkComponent':
    case 'installNetworkComponent': {
      const there = action.kind === 'installNetworkComponent';
      return { kind: 'networkComponentKnown', componentId: action.componentId, there };
    }
    case 'quarantineFolder':
    case 'returnFolder': {
      const there = action.kind === 'returnFolder';
      return { kind: 'folderHolds', path: action.path, there };
    }
    case 'quarantineKey':
    case 'returnKey':
      return placeListed(action.key, action.kind === 'returnKey');
    case 'quarantineEventLog':
    case 'returnEventLog':
      return placeListed(action.key, action.kind === 'returnEventLog');
    case 'quarantineAmsiProvider':
    case 'returnAmsiProvider':
      return placeListed(action.key, action.kind === 'returnAmsiProvider');
    case 'quarantineTask':
    case 'returnTask': {
      const there = action.kind === 'returnTask';
      return { kind: 'placeListed', section: 'scheduledTasks', place: action.path, there };
    }
    case 'quarantineDriverPackage':
    case 'returnDriverPackage': {
      const there = action.kind === 'returnDriverPackage';
      return { kind: 'placeListed', section: 'driverPackages', place: action.store, there };
    }
    case 'quarantineFirewallRule':
    case 'returnFirewallRule':
      return placeListed(`${action.key}\\${action.name}`, action.kind === 'returnFirewallRule');
    case 'quarantineValue':
    case 'returnValue':
      return placeListed(`${action.key}\\${action.name}`, action.kind === 'returnValue');
    case 'deleteService':
    case 'createService': {
      const there = action.kind === 'createService';
      return { kind: 'serviceRegistered', name: action.name, there };
    }
    case 'registerContinuation':
    case 'unregisterContinuation': {
      const { kind, runId, args } = action;
      const there = kind === 'registerContinuation';
      return { kind: 'continuationRegistered', runId, args, there };
    }
    case 'restartComputer':
      return { kind: 'restartAsked' };
    default:
      return assertNever(action);
  }
}

/** The section that shows a key or value of the registry, by where that stands. */
const sectionsOfKeys: readonly (readonly [RegExp, LeftoverSection])[] = [
  [/\\CurrentVersion\\Uninstall\\/i, 'programs'],
  [/\\CurrentVersion\\Run(?:Once)?\\/i, 'autostarts'],
  [/\\(?:Services\\EventLog|CurrentVersion\\WINEVT)\\/i, 'eventChannels'],
  [/\\AMSI\\Providers\\/i, 'amsiProviders'],
  [/\\FirewallPolicy\\FirewallRules\\/i, 'firewallRules'],
  [/\\(?:Google\\Chrome|Microsoft\\Edge)\\/i, 'browserExtensions'],
];

function placeListed(place: string, there: boolean): DoneWhen {
  const [, section] = sectionsOfKeys.find(([pattern]) => pattern.test(place)) ?? [];
  return { kind: 'placeListed', section: section ?? 'vendorKeys', place, there };
}

/** What a list of filters names again once it is put back. */
export function namesPutBack({
  value,
  expected,
}: Pick<Extract<Action, { kind: 'putFilterList' }>, 'value' | 'expected'>): string[] {
  return textsOf(value.data).filter((name) => !expected.includes(name));
}
