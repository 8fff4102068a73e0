import type { Cited } from './row.ts';

/** Something whose name looks like Kaspersky's and is not. Used for tests and to refuse before anything else. */
export interface LookAlike extends Cited {
  readonly id: string;
  readonly really: string;
  /** Pattern of a service, driver or process name; null when the path alone tells. */
  readonly name: string | null;
  /** Pattern of a path. */
  readonly path: string | null;
}

export const lookAlikes: readonly LookAlike[] = [
  {
    id: 'defender-drivers',
    really: 'drivers of Microsoft Defender',
    name: '^(?:KslD|MpKsl[0-9a-f]*)$',
    path: null,
    confidence: 'M',
    sources: ['fieldScripts'],
  },
  {
    id: 'keyboard-lockdown',
    really: "Microsoft's keyboard lockdown filter",
    name: '^kbldfltr$',
    path: null,
    confidence: 'M',
    sources: ['kbldfltr'],
  },
  {
    id: 'kingsoft',
    really: 'Kingsoft antivirus',
    name: '^(?:kavbootc(?:64)?|kisknl|kavstart(?:\\.exe)?)$',
    path: '\\\\kingsoft(?:\\\\| )',
    confidence: 'M',
    sources: ['fieldScripts'],
  },
  {
    id: 'wardwiz',
    really: 'WardWiz Kavach',
    name: '^(?:kavkrn|kavgui)(?:\\.exe)?$',
    path: '\\\\wardwiz\\\\',
    confidence: 'M',
    sources: ['wardWiz'],
  },
  {
    id: 'minio-kes',
    really: 'the key server of MinIO',
    name: '^kes(?:\\.exe)?$',
    path: '\\\\minio\\\\',
    confidence: 'M',
    sources: ['fieldScripts'],
  },
];
