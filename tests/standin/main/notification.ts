import { EventEmitter } from 'node:events';
import { recordCall } from './recorded-calls.ts';

interface Options {
  readonly title?: string;
  readonly body?: string;
}

/** Nothing is shown: each is recorded. A spec says that one was clicked by its event. */
export class Notification extends EventEmitter {
  readonly title: string;
  readonly body: string;

  constructor({ title = '', body = '' }: Options = {}) {
    super();
    this.title = title;
    this.body = body;
  }

  static isSupported(): boolean {
    return true;
  }

  show(): void {
    recordCall('notification.show', [{ title: this.title, body: this.body }]);
    this.emit('show');
  }

  close(): void {
    this.emit('close');
  }
}
