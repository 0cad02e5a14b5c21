package app.heirloom.library.sync.entity;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.text.TextLine;

/**
 * A line of text on an asset as clients keep it.
 *
 * @param position among the asset's lines, from 0
 */
public record SyncedTextLine(AssetId asset, int position, TextLine line) {}
