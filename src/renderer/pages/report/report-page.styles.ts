import { makeStyles, tokens } from '@fluentui/react-components';

export const useReportStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(180px, 1fr))',
    gap: tokens.spacingHorizontalM,
  },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'max-content 1fr',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
  },
  fact: { margin: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
  phone: { fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  said: { minHeight: tokens.lineHeightBase300, overflowWrap: 'anywhere' },
  dialog: { maxWidth: 'min(920px, 94vw)' },
  preview: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  text: { width: '100%' },
  textArea: {
    height: '42vh',
    maxHeight: 'none',
    fontFamily: "'Cascadia Mono', Consolas, monospace",
  },
});
