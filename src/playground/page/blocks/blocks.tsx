import type { KnownBlock } from '@slack/types';
import { useDesk } from '../desk.ts';
import { type Surface, SurfaceContext } from '../surface.ts';
import { Text } from '../text.tsx';
import { ActionsBlock } from './actions.tsx';
import { ContextBlock } from './context.tsx';
import { ImageBlock } from './image.tsx';
import { InputBlock } from './input.tsx';
import { RichText } from './rich-text.tsx';
import { SectionBlock } from './section.tsx';
import { TableBlock } from './table.tsx';

/** All blocks of a modal, of Home or of a message. */
export function Blocks({ surface }: { surface: Surface }) {
  return (
    <SurfaceContext.Provider value={surface}>
      {surface.blocks.map((block) => (
        // The server has checked the block against Slack's rules; its own type leaves the members open.
        <BlockView key={block.block_id} of={block as unknown as KnownBlock} id={block.block_id} />
      ))}
    </SurfaceContext.Provider>
  );
}

function BlockView({ of, id }: { of: KnownBlock; id: string }) {
  const { words } = useDesk();
  switch (of.type) {
    case 'section':
      return <SectionBlock of={of} id={id} />;
    case 'header':
      return (
        <h3 class="block header">
          <Text of={of.text} />
        </h3>
      );
    case 'divider':
      return <hr class="block" />;
    case 'context':
      return <ContextBlock of={of} />;
    case 'actions':
      return <ActionsBlock of={of} id={id} />;
    case 'input':
      return <InputBlock of={of} id={id} />;
    case 'image':
      return <ImageBlock of={of} />;
    case 'rich_text':
      return <RichText of={of} />;
    case 'alert':
      return (
        <div class={`block alert ${of.level ?? 'default'}`} role="note">
          <Text of={of.text} />
        </div>
      );
    case 'table':
    case 'data_table':
      return <TableBlock of={of} />;
    default:
      return <p class="block not-drawn">{words.notDrawn(of.type)}</p>;
  }
}
