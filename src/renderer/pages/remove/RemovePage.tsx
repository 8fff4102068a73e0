import { useState } from 'react';
import { productCount } from '../../../shared/domain/plan/step-about.ts';
import { useGuide } from '../../bridge/GuideContext.tsx';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import { Ended } from './Ended.tsx';
import { Interrupted, Refused, Stopped } from './NotBegun.tsx';
import { Ready } from './Ready.tsx';
import { Running } from './Running.tsx';

/**
 * The page of the removal. The question stays mounted while what is behind it changes: a dialog that vanishes
 * without closing leaves the page hidden from screen readers.
 */
export function RemovePage() {
  const { snapshot, act } = useGuide();
  const [asking, setAsking] = useState(false);
  const answer = (yes: boolean) => {
    setAsking(false);
    if (yes) void act('startRemoval');
  };
  return (
    <>
      <Stage onStart={() => setAsking(true)} />
      <ConfirmDialog
        open={asking}
        count={productCount(snapshot.plan?.steps ?? [])}
        onAnswer={answer}
      />
    </>
  );
}

/** What is shown, as the run stands. */
function Stage({ onStart }: { readonly onStart: () => void }) {
  const { run } = useGuide().snapshot;
  switch (run.state) {
    case 'notBegun':
      return <Ready onStart={onStart} />;
    case 'running':
      return <Running run={run} />;
    case 'stopped':
      return <Stopped hazards={run.hazards} />;
    case 'interrupted':
      return <Interrupted run={run} />;
    case 'refused':
      return <Refused run={run} />;
    case 'ended':
      return <Ended run={run} />;
  }
}
