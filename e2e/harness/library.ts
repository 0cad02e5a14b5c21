import { type AssetResponseDto, searchAssets } from '@immich/sdk';
import type { Caller } from './account.ts';

/** Every asset of the caller, hidden ones included, page after page. */
export async function allAssets(caller: Caller): Promise<AssetResponseDto[]> {
  const found: AssetResponseDto[] = [];
  for (let page: string | null = '1'; page; ) {
    const { assets } = await searchAssets({ metadataSearchDto: { size: 1000, page: Number(page) } }, caller);
    found.push(...assets.items);
    page = assets.nextPage;
  }
  return found;
}
