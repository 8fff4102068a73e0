/** The first argument of Electron's events: a listener may cancel what is about to happen. */
export interface ElectronEvent {
  defaultPrevented: boolean;
  readonly preventDefault: () => void;
}

export function electronEvent<Details extends object>(details: Details): Details & ElectronEvent {
  const event = {
    ...details,
    defaultPrevented: false,
    preventDefault: () => {
      event.defaultPrevented = true;
    },
  };
  return event;
}
