import { Link } from '@fluentui/react-components';
import { useGuide } from '../../bridge/GuideContext.tsx';

/** The quiet way to what earlier runs cleaned up; not there where there is nothing to see. */
export function QuarantineLink({ children }: { readonly children: string }) {
  const { snapshot, act } = useGuide();
  if (snapshot.moves.openQuarantine !== null) return null;
  return (
    <Link as="button" onClick={() => void act('openQuarantine')}>
      {children}
    </Link>
  );
}
