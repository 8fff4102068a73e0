import { message } from '../../../../shared/domain/message.ts';
import type { MachineSummary, SummaryParts } from '../../../../shared/domain/machine-summary.ts';

/** Who is asked, with what is taken of the answers; serial numbers in them stay behind. */
export interface SummarySource {
  readonly hardware: () => Promise<{
    readonly manufacturer: string;
    readonly model: string;
    readonly virtual: boolean;
  }>;
  readonly volumes: () => Promise<
    readonly { readonly mount: string; readonly size: number; readonly available: number }[]
  >;
  readonly battery: () => Promise<{
    readonly hasBattery: boolean;
    readonly percent: number;
    readonly isCharging: boolean;
    readonly acConnected: boolean;
  }>;
}

type Part<Name extends keyof MachineSummary> = MachineSummary[Name];

/**
 * Asks for one part after the other, to be no burden, and tells each as it is known. After the signal nothing is told
 * and nobody is asked any more: an answer that was cut off is none.
 */
export async function readSummary(
  source: SummarySource,
  signal: AbortSignal,
  tell: (parts: SummaryParts) => void,
): Promise<void> {
  const hardware = await hardwarePart(source);
  if (signal.aborted) return;
  tell({ hardware });
  const volumes = await volumesPart(source);
  if (signal.aborted) return;
  tell({ volumes });
  const answers = hardware.state === 'read' || volumes.state === 'read';
  const battery = await batteryPart(source, answers);
  if (!signal.aborted) tell({ battery });
}

/** The library has no errors: where PowerShell is blocked or missing, all its answers are empty. */
const noAnswer = { state: 'unreadable', reason: message('machineFacts.noPowerShell') } as const;

async function hardwarePart({ hardware }: SummarySource): Promise<Part<'hardware'>> {
  const answer = await hardware();
  const [manufacturer, model] = [answer.manufacturer.trim() || null, answer.model.trim() || null];
  if (manufacturer === null && model === null) return noAnswer;
  return { state: 'read', facts: { manufacturer, model, virtual: answer.virtual } };
}

async function volumesPart({ volumes }: SummarySource): Promise<Part<'volumes'>> {
  const answer = await volumes();
  if (answer.length === 0) return noAnswer;
  const facts = answer.map(({ mount, size, available }) => ({
    mount,
    sizeBytes: size,
    freeBytes: available,
  }));
  return { state: 'read', facts };
}

/** A computer without a battery gives an empty answer too; so it is believed only of one that has answered before. */
async function batteryPart({ battery }: SummarySource, answers: boolean): Promise<Part<'battery'>> {
  const { hasBattery, percent, isCharging, acConnected } = await battery();
  if (!hasBattery) return answers ? { state: 'read', facts: null } : noAnswer;
  const within = Math.min(100, Math.max(0, percent));
  return {
    state: 'read',
    facts: { percent: within, charging: isCharging, onMains: acConnected },
  };
}
