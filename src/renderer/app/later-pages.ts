/** The pages that are loaded once the first one stands. */
export { CheckPage } from '../pages/check/CheckPage.tsx';
export { PreparePage } from '../pages/prepare/PreparePage.tsx';
export { ProofPage } from '../pages/proof/ProofPage.tsx';
export { ProtectionPage } from '../pages/protection/ProtectionPage.tsx';
export { QuarantinePage } from '../pages/quarantine/QuarantinePage.tsx';
export { RemovePage } from '../pages/remove/RemovePage.tsx';
export { ReportPage } from '../pages/report/ReportPage.tsx';
export { RestartPage } from '../pages/restart/RestartPage.tsx';
