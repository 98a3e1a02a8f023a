import type { DataTableBlock, TableBlock as Table } from '@slack/types';
import { RichText } from './rich-text.tsx';

type Cell = Table['rows'][number][number];

/** Both of Slack's tables; the first row of either is its head. */
export function TableBlock({ of }: { of: Table | DataTableBlock }) {
  const [head, ...rows] = of.rows;
  const settings = of.type === 'table' ? of.column_settings : undefined;
  const align = (column: number) => ({ textAlign: settings?.[column]?.align ?? 'left' });
  return (
    <div class="block table-scroll">
      <table>
        {of.type === 'data_table' && <caption>{of.caption}</caption>}
        <thead>
          <tr>
            {head?.map((cell, i) => (
              <th key={String(i)} scope="col" style={align(i)}>
                <CellView of={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, r) => (
            <tr key={String(r)}>
              {row.map((cell, i) => (
                <td key={String(i)} style={align(i)}>
                  <CellView of={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function CellView({ of }: { of: Cell }) {
  return of.type === 'rich_text' ? <RichText of={of} /> : <span>{of.text}</span>;
}
