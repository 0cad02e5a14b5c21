package app.heirloom.library.album;

import app.heirloom.library.user.UserRepository;

/** Where albums, their members and their contents are kept. */
public record AlbumShelves(
        AlbumRepository albums, AlbumMemberRepository members, AlbumAssetRepository assets, UserRepository users) {}
