import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EventFeed } from '../../../../src/main/desktop/event-feed.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the event feed', () => {
  it('sends at most ten a second to a window that keeps up, and always the newest', () => {
    const sent: number[] = [];
    const feed: EventFeed<number> = new EventFeed((event) => {
      sent.push(event);
      queueMicrotask(() => feed.received());
      return true;
    });
    for (let offered = 1; offered <= 1000; offered++) {
      feed.offer(offered);
      vi.advanceTimersByTime(1);
      feed.received();
    }
    vi.advanceTimersByTime(200);
    expect({ count: sent.length, last: sent.at(-1) }).toEqual({ count: 11, last: 1000 });
  });

  it('sends nothing more to a window that does not answer, and then the newest only', () => {
    const sent: number[] = [];
    const feed = new EventFeed<number>((event) => {
      sent.push(event);
      return true;
    });
    for (let offered = 1; offered <= 100; offered++) feed.offer(offered);
    vi.advanceTimersByTime(4000);
    const whileSilent = [...sent];
    feed.received();
    vi.advanceTimersByTime(100);
    expect({ whileSilent, sent }).toEqual({ whileSilent: [1], sent: [1, 100] });
  });

  it('tries again when a receipt has been lost', () => {
    const sent: number[] = [];
    const feed = new EventFeed<number>((event) => {
      sent.push(event);
      return true;
    });
    feed.offer(1);
    feed.offer(2);
    vi.advanceTimersByTime(5000);
    expect(sent).toEqual([1, 2]);
  });

  it('goes on without a window', () => {
    let isOpen = false;
    const sent: number[] = [];
    const feed = new EventFeed<number>((event) => {
      if (isOpen) sent.push(event);
      return isOpen;
    });
    feed.offer(1);
    vi.advanceTimersByTime(1000);
    isOpen = true;
    feed.offer(2);
    vi.advanceTimersByTime(1000);
    expect(sent).toEqual([2]);
  });
});
