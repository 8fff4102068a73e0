import { isAmongServices } from '../ffi/session.ts';
import { topWindowsOf } from '../ffi/top-windows.ts';
import type { Doing } from './doing.ts';
import { judgeDoing, watchOn, type ProcessSeen, type Watched } from './judge-doing.ts';

/** A process that can be watched. */
export interface Watchable {
  readonly pid: number;
  readonly image: string;
  usage(): ProcessSeen['usage'];
}

/** Looks at what an uninstaller does, and tells it. */
export interface DoingTeller {
  /** To be called often; looks every two seconds, and tells what is new, or every four seconds. */
  look(processes: Lister): void;
  /** Looks and tells at once, and what; null when nobody could look. */
  tellNow(processes: Lister): Doing | null;
}

/** Asked for only when it is looked. */
type Lister = () => readonly Watchable[];

interface Watching {
  readonly isRoot: (process: Watchable) => boolean;
  /** How many messages came from the uninstaller so far. */
  readonly reports: () => number;
  readonly onDoing: (doing: Doing) => void;
}

/** What is asked of the computer; a test brings its own. */
interface Sight {
  readonly now: () => number;
  readonly windowsOf: typeof topWindowsOf;
  readonly unseen: () => boolean;
}

const lookAgainMs = 2_000;
const sayAgainMs = 4_000;

const ownSight: Sight = {
  now: () => performance.now(),
  windowsOf: topWindowsOf,
  unseen: isAmongServices,
};

/** Begins to watch now; what it costs is a list of the windows and two questions for each process, every two seconds. */
export function doingTeller(watching: Watching, sight: Sight = ownSight): DoingTeller {
  const unseen = sight.unseen();
  let watched: Watched | null = null;
  let lookedAt = sight.now();
  let said = { does: 'works' as Doing['does'], at: sight.now() };
  // An uninstaller is not left alone in the middle of its work because looking at it failed.
  const lookNow = (processes: Lister): Doing | null => {
    lookedAt = sight.now();
    try {
      watched = watchOn(watched, sampleOf(processes(), watching, sight));
      return judgeDoing(watched, unseen);
    } catch {
      return null;
    }
  };
  const tell = (doing: Doing | null) => {
    if (doing === null) return;
    said = { does: doing.does, at: sight.now() };
    watching.onDoing(doing);
  };
  return {
    look(processes) {
      if (sight.now() - lookedAt < lookAgainMs) return;
      const doing = lookNow(processes);
      if (doing?.does !== said.does || sight.now() - said.at >= sayAgainMs) tell(doing);
    },
    tellNow(processes) {
      const doing = lookNow(processes);
      tell(doing);
      return doing;
    },
  };
}

function sampleOf(processes: readonly Watchable[], { isRoot, reports }: Watching, sight: Sight) {
  const images = new Map(processes.map(({ pid, image }) => [pid, image]));
  const windows = sight.windowsOf(new Set(images.keys()));
  return {
    at: sight.now(),
    processes: processes.map((each) => ({
      pid: each.pid,
      image: each.image,
      isRoot: isRoot(each),
      usage: each.usage(),
    })),
    windows: windows.map(({ pid, title }) => ({ image: images.get(pid) ?? '', title })),
    reports: reports(),
  };
}
