import { makeStyles, tokens } from '@fluentui/react-components';

export const useProtectionStyles = makeStyles({
  group: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  choice: { display: 'flex', flexDirection: 'column' },
  // Fluent shows a box that is not ticked in grey; this is the question itself.
  choiceLabel: { color: tokens.colorNeutralForeground1 },
  // Under the words of the box, not under the box.
  choiceNote: {
    paddingLeft: '36px',
    maxWidth: '64ch',
    color: tokens.colorNeutralForeground2,
  },
  pair: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(260px, 1fr))',
    gap: tokens.spacingHorizontalL,
  },
  row: { display: 'flex', columnGap: tokens.spacingHorizontalM },
  quiet: { color: tokens.colorNeutralForeground2 },
  title: { margin: 0 },
  about: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    maxWidth: '64ch',
  },
});
