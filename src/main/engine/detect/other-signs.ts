import type { Inventory } from '../../../shared/domain/inventory.ts';
import type { Certificate } from '../../../shared/domain/inventory/certificates.ts';
import { message, type Message } from '../../../shared/domain/message.ts';
import { browserExtensions } from '../../catalog/browser-extensions.ts';
import { isConfirmed } from '../../catalog/row.ts';
import { productById } from '../../catalog/products/products.ts';
import { filterSigns } from './filter-signs.ts';
import type { ProofBase } from './prove.ts';
import { softwareSigns } from './software-signs.ts';
import { securitySigns } from './security-signs.ts';
import { sign, type Sign } from './sign.ts';
import { certificateRow } from './vendor/certificate-row.ts';
import { whoTrusts } from './who-trusts.ts';

/** Signs in other parts of Windows: filters, certificates, extensions, its lists and the Security Center. */
export function otherSigns(base: ProofBase): Sign[] {
  return [
    ...filterSigns(base),
    ...certificateSigns(base),
    ...extensionSigns(base),
    ...softwareSigns(base),
    ...securitySigns(base.inventory),
  ];
}

function certificateSigns({ inventory }: ProofBase): Sign[] {
  return inventory.certificates.items.flatMap((certificate) => {
    const row = certificateRow(certificate);
    if (row === null) return [];
    return [
      sign({
        evidence: {
          kind: 'certificate',
          ref: certificate.thumbprint,
          says: trustedBy(certificate, row.commonName, inventory),
          strength: 'support',
        },
        families: row.products.map((id) => productById(id).family),
        orphanOf: 'kaspersky-root-certificate',
      }),
    ];
  });
}

function trustedBy(certificate: Certificate, name: string, inventory: Inventory): Message {
  const { place, who } = whoTrusts(certificate, inventory);
  const profile = certificate.firefoxProfile ?? '';
  if (place === 'firefox') return message('evidence.certificate.firefox', { name, who, profile });
  return place === 'person'
    ? message('evidence.certificate.person', { name, who })
    : message('evidence.certificate.everybody', { name });
}

function extensionSigns({ inventory }: ProofBase): Sign[] {
  const rows = new Map(browserExtensions.map((row) => [row.id, row]));
  return inventory.browserExtensions.items.flatMap((extension) => {
    const row = rows.get(extension.id.toLowerCase());
    if (!row) return [];
    const confirmed = isConfirmed(row);
    return [
      sign({
        evidence: {
          kind: 'browserExtension',
          ref: extension.id,
          says: message('evidence.browserExtension.installed', {
            browser: extension.browser,
            name: row.name,
          }),
          strength: confirmed ? 'support' : 'hint',
        },
        families: row.families,
        orphanOf: confirmed ? 'kaspersky-browser-extension' : null,
        name: confirmed ? extension.name : null,
      }),
    ];
  });
}
