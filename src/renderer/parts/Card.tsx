import { mergeClasses } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import styles from './parts.module.css';

interface CardProps {
  /** What this one has of its own. */
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A framed box. Nothing in the window chooses or moves a card, so it has none of what Fluent's is able to do. */
export function Card({ className, children }: CardProps) {
  return <div className={mergeClasses(styles.card, className)}>{children}</div>;
}
