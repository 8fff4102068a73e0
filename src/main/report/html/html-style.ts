import { html } from './html.ts';

/** The look of the report: light, calm, and the same on paper. */
export const reportStyle = html`<style>
  :root {
    color-scheme: light;
    --ink: #1c2430;
    --quiet: #5b6675;
    --line: #dfe4ea;
    --ground: #f6f7f9;
    --paper: #fff;
    --good: #1d7a4c;
    --attention: #9a6200;
    --bad: #b3261e;
    --neutral: #5b6675;
  }
  * {
    box-sizing: border-box;
  }
  body {
    margin: 0;
    background: var(--ground);
    color: var(--ink);
    font:
      16px/1.55 system-ui,
      'Segoe UI',
      Roboto,
      'Noto Sans',
      sans-serif;
  }
  main {
    max-width: 52rem;
    margin: 2rem auto;
    padding: 0 1.25rem 3rem;
  }
  .practice {
    margin: 0;
    padding: 0.6rem 1.25rem;
    text-align: center;
    font-weight: 600;
    background: #fff3d6;
    color: #6b4500;
    border-bottom: 1px solid #ecd394;
  }
  header,
  section {
    background: var(--paper);
    border: 1px solid var(--line);
    border-radius: 10px;
    padding: 1.25rem 1.5rem;
    margin-bottom: 1rem;
  }
  header {
    border-top: 6px solid var(--tone);
    padding-top: 1.5rem;
  }
  h1 {
    margin: 0 0 0.5rem;
    font-size: 1.75rem;
    line-height: 1.25;
    color: var(--tone);
  }
  h2 {
    margin: 0 0 0.75rem;
    font-size: 1.15rem;
  }
  h3 {
    margin: 0 0 0.25rem;
    font-size: 1rem;
  }
  h3.group {
    margin: 1.25rem 0 0.5rem;
    color: var(--quiet);
  }
  p {
    margin: 0 0 0.5rem;
  }
  .lead {
    font-size: 1.1rem;
  }
  .facts,
  .quiet {
    color: var(--quiet);
    font-size: 0.9rem;
    margin: 0;
    font-weight: 400;
  }
  .gap {
    margin: 1rem 0 0;
  }
  ol,
  ul {
    margin: 0;
    padding-left: 1.25rem;
  }
  li {
    margin-bottom: 0.25rem;
  }
  .good {
    --tone: var(--good);
  }
  .attention {
    --tone: var(--attention);
  }
  .bad {
    --tone: var(--bad);
  }
  .neutral {
    --tone: var(--neutral);
  }
  article {
    border-left: 4px solid var(--tone);
    padding: 0.1rem 0 0.1rem 0.9rem;
    margin: 0 0 1rem;
  }
  article:last-child {
    margin-bottom: 0;
  }
  .label {
    margin-left: 0.4rem;
    color: var(--tone);
    font-size: 0.875rem;
    font-weight: 600;
  }
  td.good,
  td.attention,
  td.bad {
    color: var(--tone);
    font-weight: 600;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: 0.95rem;
  }
  th,
  td {
    text-align: left;
    vertical-align: top;
    padding: 0.45rem 0.75rem 0.45rem 0;
    border-top: 1px solid var(--line);
  }
  thead th {
    border-top: 0;
    color: var(--quiet);
    font-size: 0.85rem;
    font-weight: 600;
  }
  tbody th {
    font-weight: 600;
  }
  dl {
    display: grid;
    grid-template-columns: max-content 1fr;
    gap: 0.1rem 1rem;
    margin: 0.5rem 0 0;
    font-size: 0.9rem;
  }
  dt {
    color: var(--quiet);
  }
  dd {
    margin: 0;
  }
  code {
    font:
      0.875em/1.4 ui-monospace,
      Consolas,
      'Noto Sans Mono',
      monospace;
    overflow-wrap: anywhere;
  }
  .evidence table {
    font-size: 0.85rem;
    table-layout: fixed;
  }
  .evidence thead th:first-child {
    width: 55%;
  }
  .evidence td,
  .evidence th {
    overflow-wrap: anywhere;
  }
  @media print {
    body {
      background: #fff;
      font-size: 11pt;
    }
    main {
      margin: 0;
      max-width: none;
      padding: 0;
    }
    header,
    section {
      border: 0;
      border-radius: 0;
      padding: 0;
      margin-bottom: 1.25rem;
    }
    header {
      border-top: 4px solid var(--tone);
      padding-top: 0.75rem;
    }
    article,
    dl,
    tr {
      break-inside: avoid;
    }
    h2,
    h3,
    tr.group {
      break-after: avoid;
    }
  }
</style>`;
